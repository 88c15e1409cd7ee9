/// A secret nobody can guess, for sessions and links: 256 bits from the system's generator, in base64url.
/// Only its SHA-256 is stored.
struct SecretToken {
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var characters: [UInt8] = []
    for _ in 0..<43 { characters.append(alphabet[Int(generator.next(upperBound: UInt(64)))]) }
    text = String(decoding: characters, as: UTF8.self)
  }

  /// Whether a text could be one of ours; anything else is not worth asking the database about.
  static func isPlausible(_ text: String) -> Bool {
    text.utf8.count == 43
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
