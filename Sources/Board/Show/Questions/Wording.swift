/// Words that must be erasable: the log holds their text id, the words live beside it and are looked up.
struct Wording: Sendable, Equatable, Codable {
  let id: String
  /// Nil when erased, expired, or not looked up yet.
  var text: String?

  init(id: String, text: String? = nil) {
    self.id = id
    self.text = text
  }

  /// Only the id is ever stored with the log.
  init(from decoder: any Decoder) throws {
    id = try decoder.singleValueContainer().decode(String.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }

  func filled(from words: [String: String]) -> Wording { Wording(id: id, text: words[id]) }
}
