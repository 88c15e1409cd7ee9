import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Reading` {
  @Test func `a log is loaded from its newest checkpoint`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let all = append(log, count: 10)
    _ = await store.append([all])
    func checkpoint(_ seq: Int64, tag: UInt64? = nil) -> CheckpointRow {
      CheckpointRow(seq: seq, tag: tag ?? all.events[Int(seq) - 1].tag, at: 5, body: Array("state \(seq)".utf8))
    }
    func write(_ row: CheckpointRow, on base: Standing? = nil) async throws -> Bool {
      let base = base ?? Standing(log: log, head: 0, tag: 0)
      return try await answer { store.writeCheckpoint(row, on: base, then: $0) }
    }
    #expect(try await write(checkpoint(4)))
    #expect(try await write(checkpoint(7), on: Standing(log: log, head: 4, tag: all.events[3].tag)))
    // An older one does not replace it; the same one, rewritten without some words, does.
    #expect(try await write(checkpoint(4)) == false)
    #expect(try await write(checkpoint(7)))
    // An event that does not exist, or is another one, has no checkpoint; nor has what was made of such a one.
    #expect(try await write(checkpoint(9, tag: 0)) == false)
    #expect(try await write(CheckpointRow(seq: 11, tag: 1, at: 1, body: [])) == false)
    #expect(try await write(checkpoint(9), on: Standing(log: log, head: 4, tag: 1)) == false)
    func load(_ limit: Int = 100) async throws -> LoadedLog {
      try #require(try await answer { store.load(log, limit: limit, then: $0) })
    }
    var loaded = try await load()
    #expect(loaded.checkpoint == checkpoint(7))
    #expect(loaded.events == Array(all.events[7...]))
    #expect(loaded.standing.head == 10)
    // A long way is told in part.
    #expect(try await load(2).events == Array(all.events[7..<9]))
    #expect(try await load(2).standing.head == 10)
    // A checkpoint of an event that is no longer there is none.
    _ = try look(address, "update event set tag = tag + 1 where seq = 7")
    loaded = try await load()
    #expect(loaded.checkpoint == nil && loaded.events.count == 10)
    #expect(try await answer { store.dropCheckpoint(log, then: $0) })
    #expect(try await load().events.count == 10)
  }

  @Test func `a log that does not exist is none`() async throws {
    let store = try await openStore()
    defer { store.close() }
    #expect(try await answer { store.load(newID(), limit: 1, then: $0) }?.standing.head == nil)
    #expect(try await answer { store.series("s", of: newID(), then: $0) } == nil)
    let stretch = try await answer { store.read(newID(), from: 1, limit: 10, then: $0) }
    #expect(stretch.events.isEmpty && stretch.texts.isEmpty)
  }

  @Test func `a stretch comes with the words its events brought`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    var all = append(log, count: 10)
    // One has expired long ago, one is kept for ever, one for as long as there are clocks.
    all.texts = (1...10).map { seq in
      TextRow(id: "w\(seq)", seq: seq, body: "word \(seq)", expires: seq == 5 ? 100 : seq == 6 ? .max : nil)
    }
    _ = await store.append([all])
    let stretch = try await answer { store.read(log, from: 3, limit: 4, then: $0) }
    #expect(stretch.events == Array(all.events[2..<6]))
    #expect(stretch.texts.map(\.id) == ["w3", "w4", "w6"])
    let rest = try await answer { store.read(log, from: 10, limit: .max, then: $0) }
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
    #expect(try await answer { store.read(log, from: 2, limit: 1, then: $0) }.events.map(\.tag) == [.max])
  }

  @Test func `the poll says where logs stand`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let logs = (0..<3).map { _ in newID() }
    let all = logs.enumerated().map { append($1, count: Int64($0) + 1) }
    _ = await store.append(all)
    let heads = try await answer { store.heads(of: logs + [newID()], then: $0) }
    for append in all {
      let head = Standing(log: append.log, head: append.standing.head, tag: append.events[append.events.count - 1].tag)
      #expect(heads.contains(head))
    }
    #expect(heads.count == 3)
    #expect(try await answer { store.heads(of: [], then: $0) }.isEmpty)
  }

  @Test func `words are erased for good, by an event, and not by one that loses`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    var all = append(log, count: 3)
    all.texts = [
      TextRow(id: "a", seq: 1, body: "a", expires: nil), TextRow(id: "b", seq: 2, body: "b", expires: .max),
      TextRow(id: "c", seq: 3, body: "c", expires: 51),
    ]
    _ = await store.append([all])
    var erasure = append(log, head: 2, tag: all.events[1].tag)
    erasure.erased = ["a"]
    #expect(await store.append([erasure]) == [.lost(duplicates: [])])
    #expect(try count(address, "text") == 3)
    erasure = append(behind: all)
    erasure.erased = ["a", "d", "nothing"]
    erasure.texts = [TextRow(id: "d", seq: 4, body: "d", expires: nil)]
    #expect(await store.append([erasure]) == [.committed])
    #expect(try look(address, "select text_id from text order by 1").map { $0.text(0) } == ["b", "c"])
    #expect(try await answer { store.load(log, limit: 100, then: $0) }?.texts.map(\.id) == ["b"])
  }

  @Test func `words expire by PostgreSQL's clock, and every log that keeps such is found`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let now = try #require(store.clock).now(monotonic: store.loop.monotonic)
    #expect(abs(now - store.loop.wallClock) < 60_000)
    let logs = (0..<230).map { _ in newID() }
    let all = logs.enumerated().map { index, log in
      var append = append(log)
      append.texts = [TextRow(id: "w", seq: 1, body: "w", expires: index < 220 ? now - 1 : now + 3_600_000)]
      return append
    }
    _ = await store.append(all)
    var found: [Identifier] = []
    while true {
      let more = try await answer { store.logsWithExpiredTexts(after: found.last, then: $0) }
      #expect(more.count <= 100 && more.allSatisfy { $0.organisation == organisation })
      if more.isEmpty { break }
      found += more.map(\.log)
    }
    #expect(Set(found) == Set(logs[..<220]) && found.count == 220)
    #expect(try await answer { store.load(logs[0], limit: 1, then: $0) }?.texts.isEmpty == true)
    #expect(try await answer { store.load(logs[229], limit: 1, then: $0) }?.texts.count == 1)
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
    #expect(try await answer { store.pendingActs(after: acts[0], limit: 1, then: $0) }.map(\.row.op) == ["op2"])
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
    let appends = [append(one, summary: #"{"n": 1}"#), append(other, count: 2)]
    #expect(await store.append(appends + [book]).allSatisfy { $0 == .committed })
    let heads = appends.map { Standing(log: $0.log, head: $0.standing.head, tag: $0.events[$0.events.count - 1].tag) }
    let all = try await answer { store.summaries(of: organisation, then: $0) }
    #expect(Set(all.map(\.log)) == [one, other])
    let told = try await answer { store.heads(inLobbyOf: organisation, then: $0) }
    #expect(told.sorted { $0.head < $1.head } == heads)
    let few = try await answer { store.summaries(among: [one, playbook, newID()], then: $0) }
    #expect(
      few == [
        LogSummary(standing: heads[0], organisation: organisation, kind: "room", summary: Array(#"{"n": 1}"#.utf8))
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
