import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Appending` {
  @Test func `a new log gets its row, its events and all that stands beside them`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    var first = append(log, count: 2, summary: #"{"title": "羊绒专场"}"#)
    first.texts = [
      TextRow(id: "w1", seq: 1, body: "有没有 XL", expires: nil),
      TextRow(id: "w2", seq: 2, body: "", expires: 9_000_000_000_000),
    ]
    first.series = [SeriesRow(id: "online", body: Array("[1, 2]".utf8))]
    let act = PendingRow(
      act: newID(), target: newID(), targetKind: "playbook", op: "entry.add", args: Array("{}".utf8), member: member,
      settle: "promotion.settle", at: 1500)
    first.pending = [act]
    #expect(await store.append([first]) == [.committed])

    let loaded = try #require(try await answer { store.load(log, limit: 100, then: $0) })
    #expect(loaded.kind == "room")
    #expect(loaded.organisation == organisation)
    #expect(loaded.standing.head == 2)
    #expect(loaded.standing.tag == first.events[1].tag)
    #expect(loaded.events == first.events)
    #expect(loaded.texts == first.texts)
    #expect(loaded.checkpoint == nil)
    #expect(try await answer { store.series("online", of: log, then: $0) } == Array("[1, 2]".utf8))
    let acts = try await answer { store.pendingActs(limit: 10, then: $0) }
    #expect(acts.map(\.row) == [act])
    #expect(acts.first?.log == log)
    #expect(acts.first?.kind == "room")
    let lists = try await answer { store.summaries(of: organisation, then: $0) }
    #expect(String(decoding: lists[0].summary, as: UTF8.self) == #"{"title": "羊绒专场"}"#)

    var second = append(behind: first)
    second.settled = [act.act]
    second.texts = [TextRow(id: "w1", seq: 3, body: "有没有 L", expires: nil)]
    #expect(await store.append([second]) == [.committed])
    #expect(try count(address, "pending") == 0)
    #expect(try look(address, "select body from text where text_id = 'w1'")[0].text(0) == "有没有 L")
  }

  @Test func `a log whose head has moved, or is another event, loses and leaves nothing behind`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = append(log, count: 3)
    #expect(await store.append([first]) == [.committed])
    for (head, tag) in [(0, 0), (2, first.events[1].tag), (4, first.events[2].tag), (3, 1)] as [(Int64, UInt64)] {
      var late = append(log, head: head, tag: tag, summary: #"{"wrong": true}"#)
      late.texts = [TextRow(id: "w", seq: head + 1, body: "w", expires: nil)]
      late.series = [SeriesRow(id: "s", body: Array("[]".utf8))]
      late.pending = [
        PendingRow(
          act: newID(), target: newID(), targetKind: "room", op: "x", args: Array("{}".utf8), member: member,
          settle: nil, at: 1)
      ]
      #expect(await store.append([late]) == [.lost(duplicates: [])])
    }
    #expect(try count(address, "event") == 3)
    for table in ["text", "series", "pending"] { #expect(try count(address, table) == 0) }
    #expect(try count(address, "log where summary::jsonb ? 'wrong' or head <> 3") == 0)
  }

  @Test func `a batch of several logs commits those that fit and no others`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let logs = (0..<12).map { _ in newID() }
    let first = logs.map { append($0) }
    _ = await store.append(first)
    let batch = logs.indices.map { index in
      index % 3 == 0 ? append(logs[index], count: 2) : append(behind: first[index], count: 2)
    }
    let outcomes = await store.append(batch)
    for (index, outcome) in outcomes.enumerated() {
      #expect(outcome == (index % 3 == 0 ? .lost(duplicates: []) : .committed))
    }
    #expect(try count(address, "event") == 12 + 8 * 2)
  }

  @Test func `a command that is stored already loses its own log only, and is found`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let logs = (0..<20).map { _ in newID() }
    let command = newID()
    var first = logs.map { append($0) }
    first[7].events[0].command = command
    _ = await store.append(first)
    var batch = first.map { append(behind: $0, count: 3) }
    batch[7].events[1].command = command
    let outcomes = await store.append(batch)
    for (index, outcome) in outcomes.enumerated() where index != 7 { #expect(outcome == .committed) }
    let place = StoredCommand(log: logs[7], command: command, seq: 1, tag: first[7].events[0].tag, actor: member)
    #expect(outcomes[7] == .lost(duplicates: [place]))
    #expect(try await answer { store.find([command, newID()], in: logs[7], then: $0) } == [place])
    // What stands beside the events of those that moved is there, of the one that did not is not.
    batch = batch.map { append(behind: $0) }
    batch[7] = append(behind: first[7], commands: [command])
    for index in batch.indices {
      batch[index].texts = [TextRow(id: "w", seq: batch[index].head + 1, body: "w", expires: nil)]
    }
    #expect(await store.append(batch)[7] == .lost(duplicates: [place]))
    #expect(try count(address, "text") == 19)
    #expect(try count(address, "text where log_id = '\(logs[7])'") == 0)
    // The same command in another log is another command.
    #expect(try await answer { store.find([command], in: logs[8], then: $0) } == [])
  }

  @Test func `an append sent twice is committed once, and knows itself`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let same = append(newID(), count: 2)
    #expect(await store.append([same]) == [.committed])
    // As after a lost answer: the rows found are, to the tag, its own.
    #expect(await store.append([same]) == [.committed])
    #expect(try count(address, "event") == 2)
    var other = same
    other.events[1].tag &+= 1
    guard case .lost(let duplicates) = await store.append([other])[0] else {
      Issue.record("another tag is another append")
      return
    }
    #expect(duplicates.count == 2)
  }

  @Test func `what PostgreSQL does not take is refused alone`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let logs = (0..<6).map { _ in newID() }
    var batch = logs.map { append($0) }
    batch[2].events[0].body = [0x22, 0xff, 0x22]
    batch[4].events[0].body = Array("{".utf8)
    let outcomes = await store.append(batch)
    for (index, outcome) in outcomes.enumerated() {
      switch (index, outcome) {
      case (2, .rejected(let code)): #expect(code == "22021")
      case (4, .rejected(let code)): #expect(code == "22P02")
      default: #expect(outcome == .committed)
      }
    }
    #expect(try count(address, "log where head = 1") == 4)
    #expect(try count(address, "log") == 4)
    #expect(store.isAvailable)
  }

  @Test func `what gathers while a batch commits goes together`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let logs = (0..<50).map { _ in newID() }
    let outcomes: [AppendOutcome.Result] = await until { done in
      var outcomes: [AppendOutcome.Result] = []
      for log in logs {
        store.append([append(log, count: 4)]) {
          outcomes.append($0[0].result)
          if outcomes.count == logs.count { done(outcomes) }
        }
      }
    }
    #expect(outcomes.allSatisfy { $0 == .committed })
    // The transaction that wrote a row: the first append went alone, the 49 behind it in one.
    #expect(try look(address, "select count(distinct xmin::text) from event")[0].integer(0) == 2)
  }

  @Test func `a large batch is divided`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let batch = (0..<5).map { _ in append(newID(), count: 1500) }
    #expect(await store.append(batch).allSatisfy { $0 == .committed })
    #expect(try count(address, "event") == 7500)
  }
}
