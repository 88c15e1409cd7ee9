// Foundation for the tables of GB18030 and Big5 only.
import Foundation

/// Text in which a character is one byte or a pair: GB18030, Big5, or Latin-1 that only looks so.
struct DoubleBytes {
  private let bytes: [UInt8]
  /// Where bytes stand that are no character.
  private var breaks: [Int] = []
  private var pairs = 0
  /// Pairs of the characters that simplified Chinese is written with, and of its punctuation.
  private var simplified = 0
  /// Pairs of the characters that traditional Chinese in Big5 is written with.
  private var traditional = 0
  /// Pairs of one byte above ASCII and a letter, behind a letter: `caf` + `é,`.
  private var inWords = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
      } else if let length = length(at) {
        count(at, length)
        at += length
      } else {
        breaks.append(at)
        at += 1
      }
    }
  }

  var broken: Int { breaks.count }

  /// Fewer than half of the pairs are of simplified Chinese, and nearly all would be of Big5.
  var looksBig5: Bool { pairs > 2 && simplified * 3 < pairs * 2 && traditional * 10 > pairs * 9 }

  /// Single letters above ASCII in words of ASCII.
  var looksLatin: Bool { pairs > 0 && inWords * 10 >= (pairs + broken) * 6 && simplified * 2 < pairs }

  private func length(_ at: Int) -> Int? {
    guard (0x81...0xFE).contains(bytes[at]), at + 1 < bytes.count else { return nil }
    switch bytes[at + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard at + 3 < bytes.count, (0x81...0xFE).contains(bytes[at + 2]), (0x30...0x39).contains(bytes[at + 3]) else {
        return nil
      }
      return 4
    default: return nil
    }
  }

  private mutating func count(_ at: Int, _ length: Int) {
    pairs += 1
    guard length == 2 else { return }
    let (lead, trail) = (bytes[at], bytes[at + 1])
    if trail >= 0xA1, (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) { simplified += 1 }
    if (0xA1...0xC6).contains(lead), (0x40...0x7E).contains(trail) || trail >= 0xA1 { traditional += 1 }
    let isAfterLetter = at > 0 && Self.isLetter(bytes[at - 1])
    if isAfterLetter, Self.isLetter(trail) || (trail >= 0x80 && at + 2 < bytes.count && Self.isLetter(bytes[at + 2])) {
      inWords += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  enum Code: UInt {
    case gb18030 = 0x8000_0632
    case big5 = 0x8000_0A03
  }

  /// What is no character of that code becomes U+FFFD.
  func decoded(_ code: Code) -> String {
    let encoding = String.Encoding(rawValue: code.rawValue)
    var text = ""
    var from = 0
    for broken in breaks + [bytes.count] {
      text += String(data: Data(bytes[from..<broken]), encoding: encoding) ?? mended(from..<broken, encoding)
      if broken < bytes.count { text += "\u{FFFD}" }
      from = broken + 1
    }
    return text
  }

  /// Character by character: a few pairs are of the right form, and yet no characters.
  private func mended(_ range: Range<Int>, _ encoding: String.Encoding) -> String {
    var text = ""
    var at = range.lowerBound
    while at < range.upperBound {
      let end = at + (bytes[at] < 0x80 ? 1 : length(at) ?? 1)
      text += String(data: Data(bytes[at..<min(end, range.upperBound)]), encoding: encoding) ?? "\u{FFFD}"
      at = end
    }
    return text
  }
}
