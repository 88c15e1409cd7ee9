/// Writes CSV that every spreadsheet opens as it is meant: UTF-8 with a byte order mark, RFC 4180, CRLF, and no text
/// that a spreadsheet would run as a formula, or turn into a date or a number.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  public init() {}

  public enum Field: Sendable, Equatable, ExpressibleByStringLiteral {
    /// Words, shielded by an apostrophe where a spreadsheet would make something else of them.
    case text(String)
    /// A date or time of ours, which a spreadsheet may know for one.
    case date(String)
    case number(Double)
    case int(Int)
    case empty

    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// One line.
  public mutating func row(_ fields: [Field]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      case .text(let text): cell(TextShield.shielded(text))
      case .date(let text): cell(text)
      case .number(let value): if value.isFinite { bytes.append(contentsOf: Self.plain(value).utf8) }
      case .int(let value): bytes.append(contentsOf: String(value).utf8)
      case .empty: break
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  public mutating func row(_ texts: [String]) { row(texts.map { .text($0) }) }

  private mutating func cell(_ text: String) {
    let needsQuotes =
      text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x09, 0x3B].contains($0) } || text.hasPrefix(" ")
      || text.hasSuffix(" ")
    guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private static func plain(_ value: Double) -> String {
    if let integer = Int64(exactly: value) { return String(integer) }
    return value.description
  }
}
