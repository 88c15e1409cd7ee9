import Testing

@testable import JSON

@Suite struct `Words as they are typed` {
  @Test func `a text that a glance finds clean is what cleaning makes of it`() {
    for value in UInt32(1)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), value == 0x20 || Typed.plainLength("\(scalar)") != nil else { continue }
      for text in ["\(scalar)", "羊\(scalar)a", "\(scalar)\(scalar)"] {
        guard let length = Typed.plainLength(text) else { continue }
        let isClean =
          Array(Typed.clean(text).unicodeScalars) == Array(text.unicodeScalars) && length == text.unicodeScalars.count
          && text.unicodeScalars.allSatisfy { Typed.isAllowed($0, multiline: false) }
        if !isClean { Issue.record("U+\(String(value, radix: 16)) is not clean as it stands") }
      }
    }
  }

  @Test func `Chinese as people type it is found clean at a glance`() {
    #expect(Typed.plainLength("第12分钟：没讲清楚（3折），下次先说price。") == 25)
    for text in ["", " 羊", "羊 ", "羊\n", "e\u{301}", "羊\u{FEFF}"] { #expect(Typed.plainLength(text) == nil) }
  }
}
