import Fixtures
import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

/// Rows beside the log of a show, one a metric: of those told last, in the transaction of the append that told them.
@ServiceLoop @Suite struct `Figures` {
  /// `{metric: value}` as they stand.
  private func stored(_ address: DatabaseAddress, _ log: Identifier) throws -> [String: Int64] {
    let rows = try look(address, "select metric, value::bigint from figure where log_id = '\(log)'")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.text(0), $0.integer(1)) })
  }

  private func figures(_ values: [String: Int], snapshot: String = "a") -> [UInt8] {
    let rows = values.sorted { $0.key < $1.key }.map { metric, value in
      """
      {"metric":"\(metric)","version":1,"value":\(value),"snapshot":"\(snapshot)","derived":false,"source":"typed",\
      "at":5,"by":"\(member)"}
      """
    }
    return Array("[\(rows.joined(separator: ","))]".utf8)
  }

  private func show(_ log: Identifier, behind first: Append? = nil, _ values: [String: Int]?) -> Append {
    var append = first.map { following($0) } ?? beginning(log)
    append.kind = "show"
    append.figures = values.map { figures($0) }
    append.summary = Array(#"{"figures":1}"#.utf8)
    return append
  }

  @Test func `that are told take the place of those before; who tells none leaves them`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = show(log, ["gmv": 1, "pay_cnt": 2])
    #expect(await store.append([first]) == [.committed])
    #expect(try stored(address, log) == ["gmv": 1, "pay_cnt": 2])
    let second = show(log, behind: first, nil)
    #expect(await store.append([second]) == [.committed])
    #expect(try stored(address, log) == ["gmv": 1, "pay_cnt": 2])
    let third = show(log, behind: second, ["gmv": 3, "watch_uv": 4])
    #expect(await store.append([third]) == [.committed])
    #expect(try stored(address, log) == ["gmv": 3, "watch_uv": 4])
    #expect(await store.append([show(log, behind: third, [:])]) == [.committed])
    #expect(try stored(address, log) == [:])
  }

  @Test func `of a log that lost the race are not written, those of the others of its batch are`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let (one, other) = (newID(), newID())
    let first = [show(one, ["gmv": 1]), show(other, ["gmv": 2])]
    #expect(await store.append(first) == [.committed, .committed])
    let outcomes = await store.append([show(one, behind: first[0], ["gmv": 3]), show(other, ["gmv": 4, "aov": 5])])
    #expect(outcomes == [.committed, .lost(duplicates: [])])
    #expect(try stored(address, one) == ["gmv": 3])
    #expect(try stored(address, other) == ["gmv": 2])
  }

  @Test func `equal what was told last, after every append of a random story`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    var dice = Dice(seed: 5)
    let metrics = ["gmv", "aov", "pay_cnt", "watch_uv", "refund_amt"]
    var last = Dictionary(uniqueKeysWithValues: (0..<4).map { _ in (newID(), Append?.none) })
    var truth: [Identifier: [String: Int64]] = [:]
    for _ in 0..<40 {
      var batch: [Append] = []
      for log in last.keys.sorted() where dice.below(3) > 0 {
        let told = Dictionary(
          uniqueKeysWithValues: metrics.filter { _ in dice.below(2) > 0 }.map { ($0, dice.below(99)) })
        let append = show(log, behind: last[log] ?? nil, dice.below(4) > 0 ? told : nil)
        if append.figures != nil { truth[log] = told.mapValues(Int64.init) }
        last[log] = append
        batch.append(append)
      }
      guard !batch.isEmpty else { continue }
      #expect(await store.append(batch).allSatisfy { $0 == .committed })
      for log in last.keys { #expect(try stored(address, log) == truth[log] ?? [:]) }
    }
  }

  @Test func `cost an append that changes none of them no statement`() throws {
    func steps(_ append: Append) throws -> Int {
      AppendSteps([AppendTicket(append) { _ in }], carefully: false, try TemporaryCluster.catalogue()).steps.count
    }
    let first = show(newID(), ["gmv": 1])
    let rest = try steps(show(first.log, behind: first, nil))
    #expect(try steps(show(first.log, behind: first, ["gmv": 1])) == rest + 1)
    #expect(rest == 1)
  }

  @Test func `of a show that an older build appended to are missing, until they are kept without an event`()
    async throws
  {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let (old, new, room) = (newID(), newID(), newID())
    var first = show(old, nil)
    first.summary = Array("{}".utf8)
    #expect(await store.append([first, show(new, ["gmv": 1]), append(room)]).allSatisfy { $0 == .committed })
    let due = try await answer { store.showsWithoutFigures(of: 1, after: nil, then: $0) }
    #expect(due.map(\.log) == [old] && due.map(\.organisation) == [organisation])
    #expect(
      try await answer { store.figures(of: [old, new], edition: 1, then: $0) }.filter(\.isOfEdition).map(\.show) == [
        new
      ])

    var elsewhere = first.standing
    elsewhere = Standing(log: old, head: elsewhere.head, tag: elsewhere.tag &+ 1)
    #expect(try await answer { store.keep(figures: figures(["gmv": 9]), of: 1, at: elsewhere, then: $0) } == false)
    #expect(try stored(address, old) == [:])
    #expect(try await answer { store.keep(figures: figures(["gmv": 7]), of: 1, at: first.standing, then: $0) })
    #expect(try stored(address, old) == ["gmv": 7])
    #expect(try await answer { store.showsWithoutFigures(of: 1, after: nil, then: $0) }.isEmpty)
    // Another edition: all of them are worked out anew.
    #expect(try await answer { store.showsWithoutFigures(of: 2, after: nil, then: $0) }.count == 2)
    let told = try await answer { store.figures(of: [old], edition: 1, then: $0) }
    #expect(
      told.map { String(decoding: $0.figures, as: UTF8.self).filter { $0 != " " } }
        == [#"{"values":{"gmv":7},"from":{"gmv":"a"},"derived":[],"versions":{}}"#])
    #expect(
      told.map { String(decoding: $0.snapshots, as: UTF8.self).filter { $0 != " " } }
        == [#"{"a":{"source":"typed","at":5,"by":"\#(member)"}}"#])
  }
}

// Inside the suite the name is another function's.
private func beginning(_ log: Identifier) -> Append { append(log) }
private func following(_ first: Append) -> Append { append(behind: first) }
