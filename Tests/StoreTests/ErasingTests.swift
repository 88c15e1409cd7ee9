import Foundation
import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `Erasing what is stored` {
  private static let secret = "过敏住院"

  /// A room's log of a raised card, its edit, a vote, and another card that quotes nothing.
  private func room(_ log: Identifier) -> Append {
    let bodies = [
      #"[{"issuePosted":{"issue":{"id":"card","edits":{"last":1,"seqs":{}},"role":"host","kind":"puzzle","text":"\#(Self.secret)","anonymous":false}}}]"#,
      #"[{"issueEdited":{"issue":"card","content":{"role":"host","kind":"puzzle","text":"又\#(Self.secret)","offset":9}}}]"#,
      #"[{"voteSet":{"issue":"card","votes":2}}]"#,
      #"[{"issuePosted":{"issue":{"id":"other","text":"节奏 \"乱\" 了\n第二行"}}}]"#,
      #"[{"solutionProposed":{"solution":{"id":"way","issues":["card"],"text":"答\#(Self.secret)","due":"下一场"}}},{"cardsRevealed":{"numbers":{"card":1}}}]"#,
    ]
    let events = bodies.enumerated().map { index, body in event(Int64(index + 1), body: body) }
    return Append(
      log: log, organisation: organisation, kind: "room", head: 0, tag: 0, events: events, summary: Array("{}".utf8))
  }

  private func erasure(behind first: Append, _ records: EmptiedRow...) -> Append {
    var erasure = append(behind: first)
    erasure.emptied = records
    return erasure
  }

  private func body(_ address: DatabaseAddress, _ log: Identifier, _ seq: Int64) throws -> String {
    try look(address, "select body::text from event where log_id = '\(log)' and seq = \(seq)")[0].text(0)
  }

  private func parsed(_ text: String) throws -> NSObject? {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject
  }

  /// Every table's every row as text.
  private func everything(_ address: DatabaseAddress) throws -> String {
    let tables = try look(
      address,
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
    ).map { $0.text(0) }
    #expect(tables.contains("event") && tables.contains("snapshot") && tables.contains("pending"))
    return try tables.map { table in
      try look(address, "select coalesce(string_agg(row::text, ''), '') from \(table) as row")[0].text(0)
    }.joined()
  }

  @Test func `the words go out of every event that named the record, and nothing else goes`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let (log, untouched) = (newID(), newID())
    let first = room(log)
    _ = await store.append([first, room(untouched)])
    let gone = erasure(
      behind: first, EmptiedRow(record: "card", before: 6), EmptiedRow(record: "way", before: 6))
    #expect(await store.append([gone]) == [.committed])
    #expect(
      try parsed(body(address, log, 1))
        == parsed(
          #"[{"issuePosted":{"issue":{"id":"card","edits":{"last":1,"seqs":{}},"role":"host","kind":"puzzle","text":"","anonymous":false}}}]"#
        ))
    #expect(
      try parsed(body(address, log, 2))
        == parsed(#"[{"issueEdited":{"issue":"card","content":{"role":"host","kind":"puzzle","text":"","offset":9}}}]"#)
    )
    #expect(
      try parsed(body(address, log, 5))
        == parsed(
          #"[{"solutionProposed":{"solution":{"id":"way","issues":["card"],"text":"","due":""}}},{"cardsRevealed":{"numbers":{"card":1}}}]"#
        ))
    // To the byte.
    for seq in [3, 4] as [Int64] {
      #expect(try body(address, log, seq) == String(decoding: first.events[Int(seq) - 1].body, as: UTF8.self))
    }
    let loaded = try #require(try await answer { store.load(log, limit: 100, then: $0) })
    #expect(loaded.events.map(\.tag) == (first.events + gone.events).map(\.tag))
    #expect(loaded.events.map(\.command) == (first.events + gone.events).map(\.command))
    // The other log's same words are another record's.
    #expect(try count(address, "event where log_id = '\(untouched)' and body::text like '%\(Self.secret)%'") == 3)
  }

  @Test func `what a person has written since stays`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = room(log)
    _ = await store.append([first])
    _ = await store.append([erasure(behind: first, EmptiedRow(record: "card", before: 2))])
    #expect(try !body(address, log, 1).contains(Self.secret))
    #expect(try body(address, log, 2).contains("又" + Self.secret))
  }

  @Test func `an erasing that loses the race erases nothing`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = room(log)
    _ = await store.append([first])
    var late = first
    late.events.removeLast()
    #expect(
      await store.append([erasure(behind: late, EmptiedRow(record: "card", before: 5))]) == [.lost(duplicates: [])])
    #expect(try body(address, log, 1).contains(Self.secret))
  }

  @Test func `after an erasing no byte of the words is in any table`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    var first = room(log)
    let act = PendingRow(
      act: newID(), target: newID(), targetKind: "playbook", op: "entry.promote",
      args: Array(
        #"{"text":"\#(Self.secret)","title":"\#(Self.secret)","trigger":"\#(Self.secret)","kind":"sop"}"#.utf8),
      member: member, settle: "promotion.settle", at: 1)
    first.pending = [act]
    first.texts = [TextRow(id: "q-1", seq: 1, body: Self.secret, expires: nil)]
    _ = await store.append([first])
    let state = CheckpointRow(seq: 5, tag: first.events[4].tag, at: 9, body: Array(Self.secret.utf8))
    #expect(try await write(state, of: log, to: store))
    // Stored as bytes, it would be told as such.
    let bytes = Data(Self.secret.utf8).map { String(format: "%02x", $0) }.joined()
    #expect(try everything(address).contains(Self.secret) && everything(address).contains(bytes))

    var gone = erasure(behind: first, EmptiedRow(record: "card", before: 6), EmptiedRow(record: "way", before: 6))
    gone.erased = ["q-1"]
    gone.muted = [act.act]
    #expect(await store.append([gone]) == [.committed])
    let all = try everything(address)
    #expect(!all.contains(Self.secret) && !all.contains(bytes))
    // The act itself is still to be done.
    let acts = try await answer { store.pendingActs(limit: 10, then: $0) }
    #expect(acts.map { String(decoding: $0.row.args, as: UTF8.self) } == [#"{"kind": "sop"}"#])
  }

  @Test func `a checkpoint from before an erasing is neither loaded nor written any more`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = room(log)
    _ = await store.append([first])
    func state(_ append: Append, _ seq: Int64) -> CheckpointRow {
      let event = append.events[Int(seq - append.head) - 1]
      return CheckpointRow(seq: seq, tag: event.tag, at: 9, body: Array("[]".utf8))
    }
    #expect(try await write(state(first, 4), of: log, to: store))
    let gone = erasure(behind: first, EmptiedRow(record: "card", before: 6))
    _ = await store.append([gone])
    let loaded = try #require(try await answer { store.load(log, limit: 100, then: $0) })
    #expect(loaded.checkpoint == nil && loaded.events.count == 6)
    // A node that has not heard of it comes late.
    #expect(try await !write(state(first, 5), of: log, to: store))
    #expect(try await answer { store.load(log, limit: 100, then: $0) }?.checkpoint == nil)
    #expect(try await write(state(gone, 6), of: log, to: store))
    #expect(try await answer { store.load(log, limit: 100, then: $0) }?.checkpoint?.seq == 6)
  }

  @Test func `a checkpoint being written while the words are erased does not bring them back`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = room(log)
    _ = await store.append([first])
    // The erasing has come as far as its last statement and is not committed: the late writer waits for it.
    let connection = try BlockingConnection(address, name: "erasing")
    try connection.run("begin")
    try connection.run("update log set head = 6 where log_id = '\(log)'")
    try connection.run("insert into snapshot values ('\(log)', 6, 77, 0, '')")
    let late = CheckpointRow(seq: 5, tag: first.events[4].tag, at: 9, body: Array(Self.secret.utf8))
    async let isWritten = write(late, of: log, to: store)
    try await waiting(address)
    try connection.run("commit")
    #expect(try await !isWritten)
    #expect(try look(address, "select seq, length(body) from snapshot")[0].integer(0) == 6)
  }

  private func write(_ state: CheckpointRow, of log: Identifier, to store: Store) async throws -> Bool {
    try await answer { store.writeCheckpoint(state, on: Standing(log: log, head: 0, tag: 0), then: $0) }
  }

  /// Until some session waits for another's lock.
  nonisolated private func waiting(_ address: DatabaseAddress) async throws {
    let query = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    while try look(address, query)[0].integer(0) == 0 { await Task.yield() }
  }
}
