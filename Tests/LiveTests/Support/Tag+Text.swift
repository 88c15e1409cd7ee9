import Identity

@testable import Live

extension Tag {
  static func text(_ tag: UInt64) -> String {
    var text: [UInt8] = []
    tag.writeHexadecimal(into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
