import Testing

@testable import ServiceLoop

@Suite struct `A reserve of random numbers` {
  @Test func `gives none twice, also when it is filled again`() {
    var reserve = RandomReserve()
    let numbers = (0..<1000).map { _ in reserve.next() }
    #expect(Set(numbers).count == 1000)
    #expect(!numbers.contains(0))
  }

  @Test func `two reserves have nothing in common`() {
    var one = RandomReserve()
    var other = RandomReserve()
    #expect(Set((0..<100).map { _ in one.next() }).isDisjoint(with: (0..<100).map { _ in other.next() }))
  }

  @Test func `every bit is as often set as not`() {
    var reserve = RandomReserve()
    let set = (0..<4096).reduce(0) { sum, _ in sum + reserve.next().nonzeroBitCount }
    #expect(abs(set - 4096 * 32) < 4096)
  }
}
