import JSON

/// What stays of erased words: when they went, and why.
public struct Erasure: Sendable, Equatable, Codable {
  /// Milliseconds UTC.
  public let at: Int64
  public let reason: String
}

extension JSONWriter {
  /// A tombstone as a member; nil leaves it out.
  mutating func member(_ erasure: Erasure?) {
    guard let erasure else { return }
    object("erased") { json in
      json.member("at", erasure.at)
      json.member("reason", erasure.reason)
    }
  }
}
