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

@Suite struct `An id as text` {
  @Test(arguments: [0, 1, 0x0123_4567_89ab_cdef, 0xf0f0_a9a9_0909_fedc, .max] as [UInt64], [0, 0x9a5b_0000_dead_beef])
  func `is its digits in lower case, in five groups, and the way back`(high: UInt64, low: UInt64) {
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    .joined()
    var expected = digits
    for place in [20, 16, 12, 8] { expected.insert("-", at: expected.index(expected.startIndex, offsetBy: place)) }
    let id = Identifier(high: high, low: low)
    #expect(id.description == expected)
    #expect(Identifier(expected) == id)
    #expect(Identifier(expected.uppercased()) == id)
  }

  @Test(arguments: [
    "", "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-0000000000000",
    "00000000-0000-0000-0000_000000000000", "000000000000-0000-0000-0000-00000000",
    "g0000000-0000-0000-0000-000000000000",
  ])
  func `is nothing else`(text: String) { #expect(Identifier(text) == nil) }

  @Test func `takes a digit of either case at each of its places, and no other byte`() {
    let text = Array("01234567-89ab-4cde-8f01-23456789abcd".utf8)
    let digits = Set("0123456789abcdefABCDEF".utf8)
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        let isDash = text[place] == UInt8(ascii: "-")
        let isTaken = isDash ? byte == text[place] : digits.contains(byte)
        #expect((Identifier(utf8: changed.span) != nil) == isTaken, "\(byte) at \(place)")
      }
    }
  }
}

@Suite struct `A digest` {
  /// FIPS 180-4's own examples, of less than a block, of two, and of a million letters.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]) func `is that of the standard`(text: String, expected: String) {
    let digest = SHA256.digest(of: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(digest == expected)
  }
}
