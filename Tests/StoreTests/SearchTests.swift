import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

/// Rows of words beside the logs, found by grams: here a gram is given by hand, one a word.
@ServiceLoop @Suite struct `What search finds in the database` {
  private func row(_ record: String, _ words: String?, at: Int64 = 0, expires: Int64? = nil, kind: String = "issue")
    -> SearchRow
  {
    SearchRow(record: record, kind: kind, at: at, expires: expires, words: words, told: Array("{}".utf8))
  }

  private func write(_ log: Identifier, _ seq: Int64, _ row: SearchRow, grams: [Int32] = [1]) -> SearchWrite {
    SearchWrite(
      log: log, organisation: organisation, seq: seq, row: row, folded: row.words ?? "",
      grams: row.words == nil ? [] : grams)
  }

  private func keep(_ store: Store, _ writes: SearchWrite...) async throws {
    _ = try await answer { store.keep(writes, of: [], edition: 1, then: $0) }
  }

  private func question(_ phrase: String, _ words: [String]? = nil, kinds: [String]? = nil, offset: Int = 0)
    -> SearchQuestion
  {
    SearchQuestion(
      organisation: organisation, grams: [1], words: words ?? [phrase], phrase: phrase, kinds: kinds, offset: offset,
      now: 1000)
  }

  private func found(_ store: Store, _ question: SearchQuestion) async throws -> [String] {
    try await answer { store.search(question, then: $0) }.hits.map(\.record)
  }

  @Test func `stands in its order: as typed in the first line, as typed, apart; then the newest`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    try await keep(
      store, write(log, 1, row("apart", "换装时离开")), write(log, 1, row("below", "手册\n换装离席", at: 9)),
      write(log, 1, row("old", "换装离席", at: 1)), write(log, 1, row("new", "又换装离席了", at: 2)),
      write(log, 1, row("none", "灯光太暗", at: 9)))
    #expect(try await found(store, question("换装离席", ["换装", "离"])) == ["new", "old", "below", "apart"])
  }

  @Test func `comes twenty at a time, each once, with how much there is of each kind and log`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    for part in 0..<5 {
      let writes = (0..<10).map { write(log, 1, row("i\(part)\($0)", "断播", at: Int64($0))) }
      _ = try await answer { store.keep(writes, of: [], edition: 1, then: $0) }
    }
    try await keep(store, write(log, 1, row("q", "断播", kind: "question")))
    var all: [String] = []
    for offset in [0, 20, 40, 60] { all += try await found(store, question("断播", offset: offset)) }
    #expect(all.count == 51 && Set(all).count == 51)
    let answer = try await answer { store.search(question("断播", kinds: ["question"]), then: $0) }
    #expect(answer.hits.map(\.record) == ["q"])
    #expect(Set(answer.counts.map(\.count)) == [50, 1])
  }

  @Test func `is nothing of another organisation, of a log left out, or of words whose time has come`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let (log, other, foreign) = (newID(), newID(), newID())
    var elsewhere = write(foreign, 1, row("foreign", "断播"))
    elsewhere.organisation = newID()
    try await keep(
      store, write(log, 1, row("here", "断播")), write(other, 1, row("left", "断播")), elsewhere,
      write(log, 1, row("past", "断播", expires: 1000)), write(log, 1, row("kept", "断播", expires: 1001)))
    var asked = question("断播")
    asked.without = [other]
    #expect(Set(try await found(store, asked)) == ["here", "kept"])
  }

  @Test func `takes what is typed as it is`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    try await keep(store, write(log, 1, row("a", "点击 7.4%_\\")), write(log, 1, row("b", "点击 74x")))
    #expect(try await found(store, question("4%")) == ["a"])
    #expect(try await found(store, question("%_\\")) == ["a"])
    #expect(try await found(store, question("'; drop table search_row; --")).isEmpty)
  }

  @Test func `gives way to no earlier event, and words that were erased do not come back`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let first = append(log)
    _ = await store.append([first])
    try await keep(store, write(log, 1, row("card", "过敏住院")))
    var erasure = append(behind: first)
    erasure.unfound = ["card", "late"]
    #expect(await store.append([erasure]) == [.committed])
    #expect(try await found(store, question("过敏")).isEmpty)
    // What was on its way comes after the erasing.
    try await keep(store, write(log, 1, row("card", "过敏住院")), write(log, 1, row("late", "过敏住院")))
    #expect(try await found(store, question("过敏")).isEmpty)
    #expect(try count(address, "search_row where words <> '' or grams <> '{}'") == 0)
    // What somebody has written since does.
    try await keep(store, write(log, 2, row("card", "换了一句")))
    #expect(try await found(store, question("换了")) == ["card"])
  }

  @Test func `stays where the erasing lost the race`() async throws {
    let store = try await openStore()
    defer { store.close() }
    let log = newID()
    let first = append(log)
    _ = await store.append([first])
    try await keep(store, write(log, 1, row("card", "过敏住院")))
    var late = append(log)
    late.unfound = ["card"]
    #expect(await store.append([late]) == [.lost(duplicates: [])])
    #expect(try await found(store, question("过敏")) == ["card"])
  }

  @Test func `costs an append that takes nothing away no statement`() throws {
    func steps(_ append: Append) throws -> Int {
      AppendSteps([AppendTicket(append) { _ in }], carefully: false, try TemporaryCluster.catalogue()).steps.count
    }
    let first = append(newID())
    var changed = append(behind: first)
    changed.searchRows = [row("card", "福袋")]
    #expect(try steps(changed) == 1)
    changed.unfound = ["card"]
    #expect(try steps(changed) == 2)
  }

  @Test func `of a log is due until it is written up to the head, and is made anew as a whole`() async throws {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    func due(_ edition: Int = 1) async throws -> [Int64] {
      try await answer { store.logsToIndex(edition: edition, after: nil, then: $0) }.map(\.seq)
    }
    func mark(_ since: Int64, _ till: Int64) async throws -> Int {
      let stretch = SearchStretch(log: log, since: since, till: till)
      return try await answer { store.keep([], of: [stretch], edition: 1, then: $0) }.count
    }
    let log = newID()
    let first = append(log, count: 2)
    _ = await store.append([first])
    #expect(try await due() == [-1])
    try await keep(store, write(log, 1, row("gone", "断播")))
    let whole = [write(log, 2, row("card", "断播"))]
    try await answer { store.keepAll(whole, of: log, at: 2, edition: 1, then: $0) }
    #expect(try await due() == [])
    #expect(try await due(2) == [-1])
    #expect(try await found(store, question("断播")) == ["card"])

    _ = await store.append([append(behind: first, count: 3)])
    #expect(try await due() == [2])
    // Another node's events 3 and 4 are not written yet: those behind them do not make it whole.
    #expect(try await mark(4, 5) == 0)
    #expect(try await due() == [2])
    #expect(try await mark(2, 4) == 1)
    #expect(try await mark(4, 5) == 1)
    #expect(try await due() == [])
  }
}
