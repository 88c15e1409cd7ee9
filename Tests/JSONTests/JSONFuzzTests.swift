import Fixtures
import Foundation
import JSON
import Testing

@Suite struct `JSON against Foundation` {
  static let seed: UInt64 = 20_260_312

  @Test func `what we write, we and Foundation read back equal`() throws {
    var random = Dice(seed: Self.seed)
    for round in 0..<2_000 {
      let value = random.json(depth: 4)
      let bytes = value.bytes
      #expect(try JSONReader.parse(bytes) == value, "seed \(Self.seed), round \(round)")
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(Self.isEqual(value, theirs), "seed \(Self.seed), round \(round): \(value.text)")
    }
  }

  @Test func `what we accept of damaged text, Foundation accepts as the same value`() throws {
    var random = Dice(seed: Self.seed + 1)
    var accepted = 0
    for round in 0..<20_000 {
      var bytes = random.json(depth: 3).bytes
      for _ in 0...random.below(3) { random.damage(&bytes) }
      guard let ours = try? JSONReader.parse(bytes) else { continue }
      accepted += 1
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(
        Self.isEqual(ours, theirs), "seed \(Self.seed + 1), round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 1_000)
  }

  static func isEqual(_ ours: JSON, _ theirs: Any) -> Bool {
    switch ours {
    case .null: theirs is NSNull
    case .bool(let value): (theirs as? NSNumber)?.boolValue == value
    case .number(.int(let value)): (theirs as? NSNumber)?.int64Value == value
    // Foundation reads doubles by way of Decimal and is some bits off; our own round trip is exact.
    case .number(.double(let value)):
      ((theirs as? NSNumber)?.doubleValue).map { abs($0 - value) <= abs(value) * 1e-12 } ?? false
    case .string(let value): (theirs as? String) == value
    case .array(let elements):
      (theirs as? [Any]).map { zip(elements, $0).allSatisfy(isEqual) && elements.count == $0.count } ?? false
    case .object(let object):
      (theirs as? [String: Any]).map { theirs in
        theirs.count == object.count
          && object.members.allSatisfy { member in
            theirs[member.key].map { isEqual(member.value, $0) } ?? false
          }
      } ?? false
    }
  }
}

extension Dice {
  mutating func json(depth: Int) -> JSON {
    switch below(depth > 0 ? 9 : 7) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .number(.int(Int64(truncatingIfNeeded: next() >> UInt64(below(64)))))
    case 3: return .double((Double(below(2_000_000)) - 1_000_000) / 1_000)
    case 4: return .double(Double.random(in: 1...10, using: &self) * 1e-30)
    case 5, 6: return .string(text())
    case 7: return .array((0..<below(5)).map { _ in json(depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<below(5) { object[text()] = json(depth: depth - 1) }
      return .object(object)
    }
  }

  mutating func text() -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "0", "\"", "\\", "/", "\n", "\u{1}", "\u{7f}", "é", "羊", "\u{2028}", "😀", "\u{301}",
    ]
    var text = ""
    for _ in 0..<below(12) { text.unicodeScalars.append(alphabet[below(alphabet.count)]) }
    return text
  }

  mutating func damage(_ bytes: inout [UInt8]) {
    let interesting = Array(#"{}[]",:\u0123eE+-.tfn"#.utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xFF]
    let index = below(bytes.count)
    switch below(3) {
    case 0: bytes[index] = interesting[below(interesting.count)]
    case 1: bytes.insert(interesting[below(interesting.count)], at: index)
    default: if bytes.count > 1 { bytes.remove(at: index) }
    }
  }
}
