import Fixtures
import Foundation
import Tables
import Testing

@Suite struct `Civil time` {
  @Test func `agrees with Foundation's calendar on ten thousand instants`() throws {
    let seed: UInt64 = 19_700_101
    var random = Dice(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: CivilTime.shanghai)!
    for _ in 0..<10_000 {
      let instant = Int64.random(in: -2_000_000_000_000..<7_200_000_000_000, using: &random)
      let civil = try #require(CivilTime(instant: instant))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: (Double(instant) / 1000).rounded(.down)))
      #expect(
        [civil.year, civil.month, civil.day] == [parts.year, parts.month, parts.day], "seed \(seed), \(instant)")
      #expect([civil.hour, civil.minute, civil.second] == [parts.hour, parts.minute, parts.second])
      #expect(civil.instant() == instant, "seed \(seed)")
    }
  }

  @Test func `refuses dates that do not exist`() {
    #expect(CivilTime(year: 2026, month: 2, day: 29) == nil)
    #expect(CivilTime(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilTime(year: 2100, month: 2, day: 29) == nil)
    #expect(CivilTime(instant: .max) == nil && CivilTime(instant: .min) == nil)
  }

  @Test func `reads back as it is written`() throws {
    let civil = try #require(CivilTime(year: 2026, month: 3, day: 12, hour: 19, minute: 58, second: 3))
    #expect(civil.description == "2026-03-12 19:58:03")
    #expect(try Cell(civil.description).moment()?.instant == civil.instant())
  }
}
