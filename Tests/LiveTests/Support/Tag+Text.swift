import Identity

@testable import Live

extension Tag {
  static func text(_ tag: UInt64) -> String {
    var text: [UInt8] = []
    text.append(addingCapacity: 16) { tag.writeHexadecimal(into: &$0) }
    return String(decoding: text, as: UTF8.self)
  }
}
