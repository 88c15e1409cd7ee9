/// How a file's bytes were understood.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  /// A byte order mark settled it.
  case utf8WithMark = "UTF-8 BOM"
  case gb18030 = "GB18030"
  /// What spreadsheets call Unicode text.
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  /// By guess: the bytes would be GB18030 as well, of characters that nobody writes.
  case big5 = "Big5"
  case latin1 = "Latin-1"
  /// None: a workbook says itself what its characters are.
  case workbook = "XLSX"
  case oldWorkbook = "XLS"

  /// Decided by what the bytes look like: to be shown to whoever brought them.
  public var isGuess: Bool { self == .big5 || self == .latin1 }
}

/// A file's bytes as text.
struct DecodedText {
  let text: String
  let encoding: TextEncoding
  /// The words look as if they had been read in another encoding than they were written in.
  let isDoubtful: Bool

  /// A byte order mark decides; else UTF-16 shows by its zeros, well-formed UTF-8 is UTF-8, and the rest is GB18030,
  /// unless its characters are those of Big5 or Latin-1 read so.
  ///
  /// Bytes that are no characters become U+FFFD, for the reader to report by cell; where they are more than one in
  /// twenty, it is no text.
  init(_ bytes: [UInt8]) throws(TableFault) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .spreadsheet
    }
    if let (text, encoding) = Self.utf16(bytes) {
      self.init(text, encoding)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let body = Array(bytes.dropFirst(3))
      try self.init(Self.marked(String(decoding: body, as: UTF8.self), body), .utf8WithMark)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      try self.init(Self.marked(text, bytes), .utf8)
    } else {
      let (text, encoding) = try Self.otherwise(bytes)
      self.init(try Self.marked(text, bytes), encoding)
    }
  }

  private init(_ text: String, _ encoding: TextEncoding) {
    self.text = text
    self.encoding = encoding
    isDoubtful = encoding.isGuess || Self.looksTwiceEncoded(text)
  }

  private static func otherwise(_ bytes: [UInt8]) throws(TableFault) -> (String, TextEncoding) {
    let mended = String(decoding: bytes, as: UTF8.self)
    let broken = mended.unicodeScalars.count { $0 == "\u{FFFD}" }
    let whole = mended.unicodeScalars.count { $0.value >= 0x80 && $0 != "\u{FFFD}" }
    // Other encodings hardly ever have two bytes in a row that UTF-8 would allow.
    if whole > 2 * broken { return (mended, .utf8) }
    let pairs = DoubleBytes(bytes)
    guard pairs.broken * 20 <= bytes.count else { throw .notText }
    if pairs.looksLatin { return (String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })), .latin1) }
    return pairs.looksBig5 ? (pairs.decoded(.big5), .big5) : (pairs.decoded(.gb18030), .gb18030)
  }

  /// Zero bytes are no characters of a table. Text has hardly any control characters; what has many is none.
  private static func marked(_ text: String, _ bytes: [UInt8]) throws(TableFault) -> String {
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    if controls == 0 { return text }
    guard controls * 20 <= bytes.count else { throw .notText }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }

  private static func utf16(_ bytes: [UInt8]) -> (String, TextEncoding)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (units(bytes.dropFirst(2), isBig: false), .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (units(bytes.dropFirst(2), isBig: true), .utf16BigEndian) }
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    // The upper half of digits, delimiters and line ends is zero, and hardly any lower half is.
    guard max(zeros[0], zeros[1]) * 10 > bytes.count / 2, min(zeros[0], zeros[1]) * 20 < max(zeros[0], zeros[1]) else {
      return nil
    }
    let isBig = zeros[0] > zeros[1]
    return (units(bytes[...], isBig: isBig), isBig ? .utf16BigEndian : .utf16LittleEndian)
  }

  private static func units(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self) + (bytes.count % 2 == 1 ? "\u{FFFD}" : "")
  }

  /// `å¼€æ’­` or `Ö±²¥`: letters of Western Europe in long runs, as no language there has them.
  private static func looksTwiceEncoded(_ text: String) -> Bool {
    var run = 0
    var letters = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xC0...0xFF: letters += 1
      case 0x80...0xBF, 0x152...0x192, 0x2C6...0x2DC, 0x2013...0x203A, 0x20AC, 0x2122: break
      default:
        (run, letters) = (0, 0)
        continue
      }
      run += 1
      if run >= 4, letters >= 2 { return true }
    }
    return false
  }
}
