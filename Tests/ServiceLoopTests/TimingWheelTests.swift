import Fixtures
import Testing

@testable import ServiceLoop

@Suite struct `A timing wheel` {
  static let distances: [UInt64] = [
    1, 2, 63, 64, 65, 127, 128, 4095, 4096, 4097, 262_143, 262_144, 300_000, 16_777_215, 16_777_216, 40_000_000,
  ]

  @Test(arguments: distances, [0, 1, 63, 64, 4095, 4096, 262_143, 999_999] as [UInt64])
  func `hands a deadline out at its tick and not before`(distance: UInt64, start: UInt64) {
    var wheel = TimingWheel<String>(now: start)
    _ = wheel.add("due", at: start + distance)
    #expect(wheel.advance(to: start + distance - 1) == [])
    #expect(wheel.advance(to: start + distance) == ["due"])
    #expect(wheel.advance(to: start + distance + 70_000) == [])
    #expect(wheel.count == 0 && wheel.next == nil)
  }

  @Test func `a deadline in the past is due at the next tick`() {
    var wheel = TimingWheel<Int>(now: 100)
    _ = wheel.add(1, at: 7)
    #expect(wheel.next == 101)
    #expect(wheel.advance(to: 101) == [1])
  }

  @Test func `equal deadlines come in the order of adding`() {
    var wheel = TimingWheel<Int>()
    for number in 0..<5 { _ = wheel.add(number, at: 5000) }
    #expect(wheel.advance(to: 5000) == [0, 1, 2, 3, 4])
  }

  @Test func `what is cancelled does not come, and a stale token cancels nobody else`() {
    var wheel = TimingWheel<String>()
    let first = wheel.add("first", at: 10)
    #expect(wheel.cancel(first) == "first")
    let second = wheel.add("second", at: 10)
    #expect(wheel.cancel(first) == nil)
    #expect(wheel.advance(to: 20) == ["second"])
    #expect(wheel.cancel(second) == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `agrees with a sorted list under random use`(seed: UInt64) {
    var random = Dice(seed: seed)
    var wheel = TimingWheel<Int>()
    var model: [(expiry: UInt64, number: Int, token: TimingWheel<Int>.Token)] = []
    for number in 0..<3000 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<6:
        let expiry =
          wheel.now + 1 + UInt64.random(in: 0..<(1 << UInt64.random(in: 1..<22, using: &random)), using: &random)
        model.append((expiry, number, wheel.add(number, at: expiry)))
      case 6..<8:
        guard let index = model.indices.randomElement(using: &random) else { continue }
        #expect(wheel.cancel(model[index].token) == model[index].number, "seed \(seed)")
        model.remove(at: index)
      default:
        let target = wheel.now + UInt64.random(in: 0..<20_000, using: &random)
        let due = model.filter { $0.expiry <= target }.map { ($0.expiry, $0.number) }.sorted { $0 < $1 }
        model.removeAll { $0.expiry <= target }
        // Within one tick a cascaded deadline may follow one added later; the set and the ticks are what counts.
        let came = wheel.advance(to: target)
        #expect(Set(came) == Set(due.map(\.1)), "seed \(seed)")
        let expiries = Dictionary(uniqueKeysWithValues: due.map { ($0.1, $0.0) })
        #expect(came.map { expiries[$0]! } == due.map(\.0), "seed \(seed)")
        if let next = wheel.next, let earliest = model.map(\.expiry).min() { #expect(next <= earliest) }
      }
      #expect(wheel.count == model.count)
    }
  }
}
