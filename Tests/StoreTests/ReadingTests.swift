import Identity
import Postgres
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Reading` {
  @Test func `a log is loaded from its newest snapshot`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    let all = append(log, count: 10)
    _ = await store.append([all])
    func snapshot(_ seq: Int64, tag: UInt64? = nil) -> SnapshotRow {
      SnapshotRow(seq: seq, tag: tag ?? all.events[Int(seq) - 1].tag, at: 5, body: Array("state \(seq)".utf8))
    }
    #expect(try await answer { store.writeSnapshot(log, snapshot(4), then: $0) })
    #expect(try await answer { store.writeSnapshot(log, snapshot(7), then: $0) })
    // An older one does not replace it; the same one, rewritten without some words, does.
    #expect(try await answer { store.writeSnapshot(log, snapshot(4), then: $0) } == false)
    #expect(try await answer { store.writeSnapshot(log, snapshot(7), then: $0) })
    // An event that does not exist, or is another one, has no snapshot.
    #expect(try await answer { store.writeSnapshot(log, snapshot(9, tag: 0), then: $0) } == false)
    #expect(
      try await answer {
        store.writeSnapshot(log, SnapshotRow(seq: 11, tag: 1, at: 1, body: []), then: $0)
      } == false)
    let loaded = try #require(try await answer { store.load(log, now: 0, then: $0) })
    #expect(loaded.snapshot == snapshot(7))
    #expect(loaded.events == Array(all.events[7...]))
    #expect(loaded.head == 10)
    #expect(try await answer { store.dropSnapshot(log, then: $0) })
    #expect(try await answer { store.load(log, now: 0, then: $0) }?.events.count == 10)
  }

  @Test func `a log that does not exist is none`() async throws {
    let store = try await openStore()
    defer { store.close() }
    #expect(try await answer { store.load(newID(), now: 0, then: $0) }?.head == nil)
    #expect(try await answer { store.tag(of: newID(), at: 1, then: $0) } == nil)
    #expect(try await answer { store.series("s", of: newID(), then: $0) } == nil)
    let stretch = try await answer { store.read(newID(), after: 0, limit: 10, now: 0, then: $0) }
    #expect(stretch.events.isEmpty && stretch.texts.isEmpty)
  }

  @Test func `a stretch comes with the words its events brought`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    var all = append(log, count: 10)
    all.texts = (1...10).map { TextRow(id: "w\($0)", seq: $0, body: "word \($0)", expires: $0 == 5 ? 100 : nil) }
    _ = await store.append([all])
    let stretch = try await answer { store.read(log, after: 2, limit: 4, now: 99, then: $0) }
    #expect(stretch.events == Array(all.events[2..<6]))
    #expect(stretch.texts.map(\.id) == ["w3", "w4", "w5", "w6"])
    let later = try await answer { store.read(log, after: 2, limit: 4, now: 100, then: $0) }
    #expect(later.texts.map(\.id) == ["w3", "w4", "w6"])
    let rest = try await answer { store.read(log, after: 9, limit: .max, now: 0, then: $0) }
    #expect(rest.events == [all.events[9]])
    #expect(rest.texts.map(\.body) == ["word 10"])
  }

  @Test func `positions are told by their tags`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    var all = append(log, count: 3)
    all.events[1].tag = .max
    _ = await store.append([all])
    #expect(try await answer { store.tag(of: log, at: 2, then: $0) } == .max)
    #expect(try await answer { store.tag(of: log, at: 4, then: $0) } == nil)
  }

  @Test func `the poll says where logs stand`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let logs = (0..<3).map { _ in newID() }
    _ = await store.append(logs.enumerated().map { append($1, count: Int64($0) + 1) })
    let heads = try await answer { store.heads(of: logs + [newID()], then: $0) }
    #expect(Dictionary(uniqueKeysWithValues: heads) == [logs[0]: 1, logs[1]: 2, logs[2]: 3])
    #expect(try await answer { store.heads(of: [], then: $0) }.isEmpty)
  }

  @Test func `words are erased for good, by an event, and not by one that loses`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    var all = append(log, count: 3)
    all.texts = [
      TextRow(id: "a", seq: 1, body: "a", expires: nil), TextRow(id: "b", seq: 2, body: "b", expires: 50),
      TextRow(id: "c", seq: 3, body: "c", expires: 51),
    ]
    _ = await store.append([all])
    var erasure = append(log, head: 2)
    erasure.erased = ["a"]
    #expect(await store.append([erasure]) == [.lost(duplicates: [])])
    #expect(try count(address, "text") == 3)
    erasure = append(log, head: 3)
    erasure.erased = ["a", "d", "nothing"]
    erasure.texts = [TextRow(id: "d", seq: 4, body: "d", expires: nil)]
    #expect(await store.append([erasure]) == [.committed])
    #expect(try look(address, "select text_id from text order by 1").map { $0.text(0) } == ["b", "c"])
    #expect(try await answer { store.logsWithExpiredTexts(now: 49, then: $0) }.isEmpty)
    let expired = try await answer { store.logsWithExpiredTexts(now: 51, then: $0) }
    #expect(expired.map(\.log) == [log] && expired.map(\.organisation) == [organisation])
    #expect(try await answer { store.load(log, now: 50, then: $0) }?.texts.map(\.id) == ["c"])
    #expect(try await answer { store.load(log, now: 51, then: $0) }?.texts.isEmpty == true)
  }

  @Test func `acts are remembered until they are done`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    var all = append(log)
    all.pending = (1...3).map { number in
      PendingRow(
        act: newID(), target: newID(), targetKind: "room", op: "op\(number)", args: Array("{}".utf8), member: member,
        settle: nil, at: 4 - Int64(number))
    }
    _ = await store.append([all])
    let acts = try await answer { store.pendingActs(before: 2, limit: 10, then: $0) }
    #expect(acts.map(\.row.op) == ["op3", "op2"])
    #expect(try await answer { store.pendingActs(limit: 1, then: $0) }.map(\.row.op) == ["op3"])
    #expect(try await answer { store.forgetAct(all.pending[0].act, of: log, then: $0) })
    #expect(try await answer { store.forgetAct(all.pending[0].act, of: log, then: $0) } == false)
    #expect(try await answer { store.pendingActs(limit: 10, then: $0) }.count == 2)
  }

  @Test func `a lobby's rooms are told with their heads, all of them or a few`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let (one, other, playbook) = (newID(), newID(), newID())
    var book = append(playbook)
    book.kind = "playbook"
    #expect(
      await store.append([append(one, summary: #"{"n": 1}"#), append(other, count: 2), book]).allSatisfy {
        $0 == .committed
      })
    let all = try await answer { store.summaries(of: organisation, then: $0) }
    #expect(Set(all.map(\.log)) == [one, other])
    #expect(try await answer { store.heads(inLobbyOf: organisation, then: $0) } == [one: 1, other: 2])
    let few = try await answer { store.summaries(among: [one, playbook, newID()], then: $0) }
    #expect(
      few == [
        LogSummary(log: one, organisation: organisation, kind: "room", head: 1, summary: Array(#"{"n": 1}"#.utf8))
      ])
  }

  @Test func `the database answers`() async throws {
    let store = try await openStore()
    #expect(await until { store.probe(then: $0) })
    store.close()
    #expect(await until { store.probe(then: $0) } == false)
    #expect(!store.isAvailable)
  }

  @Test func `the views for analysts can be read`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    _ = await store.append([append(newID(), count: 2, summary: #"{"title": "t", "phase": "vote"}"#)])
    #expect(try look(address, "select phase from review")[0].text(0) == "vote")
    #expect(try count(address, "activity where happened < '1970-01-02'") == 2)
    #expect(try count(address, "unfinished_act") == 0)
    #expect(try count(address, "audit_trail") == 0)
  }
}
