import JSON
import Testing

@Suite struct `Reading JSON` {
  static let accepted: [(String, JSON)] = [
    ("null", JSON.null), (" true\n", true), ("false", false), ("0", 0), ("-0", 0), ("-12", -12),
    ("9223372036854775807", 9_223_372_036_854_775_807), ("-9223372036854775808", .number(.int(.min))),
    ("0.1", 0.1), ("1e3", .double(1000)), ("-1.5E-2", .double(-0.015)), ("5e-324", .double(.leastNonzeroMagnitude)),
    ("\"\"", ""), ("\"羊绒❤️\"", "羊绒❤️"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
    (#""\u7f8a\ud83d\ude00x""#, "羊😀x"), ("[]", []), ("[ 1 , [ ] ]", [1, []]), ("{}", [:]),
    (#"{"a":1,"b":{"c":[null]}}"#, ["a": 1, "b": ["c": [.null]]]), (#"{"":0}"#, ["": 0]),
  ]

  @Test(arguments: accepted)
  func `accepts what the grammar allows`(text: String, expected: JSON) throws {
    #expect(try JSONReader.parse(text) == expected)
  }

  static let refused: [(String, Int, JSONFault.Kind)] = [
    ("", 0, JSONFault.Kind.unexpectedEnd), ("  ", 2, .unexpectedEnd), ("nul", 3, .unexpectedEnd),
    ("nulL", 3, .unexpectedByte), ("[1,]", 3, .unexpectedByte), ("[1", 2, .unexpectedEnd),
    ("{1:2}", 1, .unexpectedByte),
    (#"{"a"}"#, 4, .unexpectedByte), (#"{"a":1,}"#, 7, .unexpectedByte), ("1 2", 2, .trailingBytes),
    ("{} x", 3, .trailingBytes), ("01", 0, .invalidNumber), ("-01", 1, .invalidNumber), ("1.", 2, .unexpectedEnd),
    ("1.x", 2, .invalidNumber), ("-", 1, .unexpectedEnd), ("-x", 1, .invalidNumber), ("+1", 0, .unexpectedByte),
    (".5", 0, .unexpectedByte), ("NaN", 0, .unexpectedByte), ("9223372036854775808", 0, .numberOutOfRange),
    ("99999999999999999999999", 0, .numberOutOfRange), ("1e400", 0, .numberOutOfRange), ("\"a", 2, .unexpectedEnd),
    ("\"\n\"", 1, .controlCharacter), (#""\x""#, 1, .invalidEscape), (#""\u12g4""#, 5, .invalidEscape),
    (#""\ud800""#, 1, .loneSurrogate), (#""\udc00""#, 1, .loneSurrogate), (#""\ud800\u0041""#, 1, .loneSurrogate),
    (#""\u0000""#, 1, .nul), (#"{"a":1,"a":2}"#, 7, .duplicateKey), (#"{"a":1,"\u0061":2}"#, 7, .duplicateKey),
    ("\u{FEFF}1", 0, .unexpectedByte), ("'a'", 0, .unexpectedByte), ("// c\n1", 0, .unexpectedByte),
  ]

  @Test(arguments: refused)
  func `refuses the rest, and says where`(text: String, offset: Int, kind: JSONFault.Kind) {
    #expect(throws: JSONFault(offset: offset, kind: kind)) { try JSONReader.parse(text) }
  }

  static let illFormed: [[UInt8]] = [
    [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE7, 0xBE], [0xF4, 0x90, 0x80, 0x80], [0x80],
  ]

  @Test(arguments: illFormed)
  func `refuses ill-formed UTF-8 in a string`(bytes: [UInt8]) {
    let quoted = [UInt8(ascii: "\""), UInt8(ascii: "a")] + bytes + [UInt8(ascii: "\"")]
    #expect(throws: JSONFault(offset: 2, kind: .invalidUTF8)) { try JSONReader.parse(quoted) }
    let escaped = Array(#""\n"#.utf8) + bytes + [UInt8(ascii: "\"")]
    #expect(throws: JSONFault(offset: 3, kind: .invalidUTF8)) { try JSONReader.parse(escaped) }
  }

  @Test func `sixteen levels are allowed and seventeen are not`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try JSONReader.parse(nested(16))
    #expect(throws: JSONFault(offset: 16, kind: .tooDeep)) { try JSONReader.parse(nested(17)) }
    #expect(throws: JSONFault(offset: 16, kind: .tooDeep)) {
      try JSONReader.parse(String(repeating: "[", count: 100_000))
    }
  }

  @Test func `a key given twice is found among many`() throws {
    let many = (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(throws: JSONFault.self) { try JSONReader.parse("{\(many),\"k3\":0}") }
    #expect(throws: JSONFault.self) { try JSONReader.parse("{\(many),\"k39\":0}") }
    #expect(try JSONReader.parse("{\(many)}").object?.count == 40)
  }

  @Test func `objects are equal in any order`() throws {
    #expect(try JSONReader.parse(#"{"a":1,"b":2}"#) == JSONReader.parse(#"{"b":2,"a":1}"#))
    #expect(try JSONReader.parse(#"{"a":1,"b":2}"#) != JSONReader.parse(#"{"b":2,"c":1}"#))
  }

  @Test(arguments: 0..<20, ["", "!", "后", "\u{7f}\u{80}"])
  func `a string ends at its quote wherever it stands in a word of eight bytes`(length: Int, last: String) throws {
    let text = String(repeating: "a", count: length) + last
    #expect(try JSONReader.parse("\"\(text)\"") == .string(text))
    #expect(try JSONReader.parse("[\"\(text)\",\"12345678\"]").array?.first == .string(text))
    #expect(try JSONReader.parse("[\"\(text)\\n\",\"12345678\"]").array?.first == .string(text + "\n"))
    #expect(throws: JSONFault(offset: 1 + text.utf8.count, kind: .controlCharacter)) {
      try JSONReader.parse("\"\(text)\u{1f}12345678\"")
    }
  }
}
