// Foundation for GB18030 only.
import Foundation

/// How a file's bytes were understood.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  /// A byte order mark settled it.
  case utf8WithMark = "UTF-8 BOM"
  case gb18030 = "GB18030"

  /// The text of a file: UTF-8 when a byte order mark says so or when it is well-formed, else GB18030.
  ///
  /// After a byte order mark ill-formed bytes become U+FFFD, for the reader to report by cell.
  static func decode(_ bytes: [UInt8]) throws(TableFault) -> (String, TextEncoding) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .spreadsheet
    }
    if bytes.contains(0) { throw .notText }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (String(decoding: bytes.dropFirst(3), as: UTF8.self), .utf8WithMark)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    guard let text = String(data: Data(bytes), encoding: gb18030) else { throw .notText }
    return (text, .gb18030)
  }
}
