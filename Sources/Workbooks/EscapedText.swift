/// Words in which `_xHHHH_` stands for a character that XML cannot have, and `_x005F_` for the `_` of what only looks so.
enum EscapedText {
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(mark) else { return text }
    let units = Array(text.utf16)
    var plain: [UInt16] = []
    var index = 0
    while index < units.count {
      if let unit = unit(units[index...].prefix(length)) {
        // A zero is no character of a table.
        plain.append(unit == 0 ? 0xFFFD : unit)
        index += length
      } else {
        plain.append(units[index])
        index += 1
      }
    }
    return plain.count == units.count ? text : String(decoding: plain, as: UTF16.self)
  }

  private static let mark = UInt8(ascii: "_")
  private static let length = 7

  private static func unit(_ escape: ArraySlice<UInt16>) -> UInt16? {
    guard escape.count == length, escape.first == UInt16(mark), escape.last == UInt16(mark),
      escape.dropFirst().first == UInt16(UInt8(ascii: "x"))
    else { return nil }
    var unit: UInt16 = 0
    for sign in escape.dropFirst(2).dropLast() {
      guard let scalar = Unicode.Scalar(sign), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
