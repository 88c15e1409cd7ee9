import Identity
import JSON
import Testing

@testable import Live

@Suite struct `A node without a database` {
  let bench = Bench().found()

  /// The database has answered nothing for so long; others were heard of so much earlier.
  private func tell(after passed: Int64, othersHeard before: Int64?) -> [Effect] {
    let since = bench.time.monotonic - passed
    return bench.receive(.unreached(since: since, othersHeard: before.map { since - $0 }))
  }

  @Test func `sends its people to others of whom it heard in the minute before, each after another delay`() {
    let people = (0..<20).map { _ in bench.join(bench.host) }
    #expect(tell(after: 14_999, othersHeard: 60_000) == [])
    let effects = tell(after: 15_000, othersHeard: 60_000)
    #expect(people.allSatisfy { effects.closing($0) == .databaseUnavailable })
    let byes = people.compactMap { effects.frames(to: $0).first { $0.type == "bye" } }
    #expect(byes.allSatisfy { $0["code"] == 4007 })
    #expect(Set(byes.compactMap { $0["after"]?.int }).count > 10)
  }

  @Test func `keeps its people when it has heard of no other, or not for a minute`() {
    let connection = bench.join(bench.host)
    #expect(tell(after: 600_000, othersHeard: nil).closing(connection) == nil)
    #expect(tell(after: 600_000, othersHeard: 60_001).closing(connection) == nil)
  }
}
