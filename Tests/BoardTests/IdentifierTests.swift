import Identity
import Testing

@Suite struct `An id derived from another` {
  private let source = Identifier(high: 0x0192_a1b2_c3d4_7e5f, low: 0x8a6b_0c1d_2e3f_4a5b)

  @Test func `is the head of a SHA-256, marked as version 8`() {
    #expect(source.derived(step: 3).description == "e54e7b82-76b9-8f11-aacc-2a2c856d8ce6")
  }

  @Test func `cannot be aimed at by changing a few bits of the other`() {
    let target = source.derived(step: 4)
    for bit in 0..<64 {
      let near = Identifier(high: target.high, low: target.low ^ 1 << UInt64(bit))
      #expect(near.derived(step: 4) != target)
    }
  }

  @Test func `is another for each step`() {
    #expect(Set((0...UInt8.max).map(source.derived(step:))).count == 256)
  }
}
