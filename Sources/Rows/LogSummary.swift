public import Identity

/// One line of a list of shows and rooms.
public struct LogSummary: Sendable, Equatable {
  /// The event after which the summary was made.
  public let standing: Standing
  public let organisation: Identifier
  public let kind: String
  /// JSON.
  public let summary: [UInt8]

  public var log: Identifier { standing.log }

  public init(standing: Standing, organisation: Identifier, kind: String, summary: [UInt8]) {
    self.standing = standing
    self.organisation = organisation
    self.kind = kind
    self.summary = summary
  }

  /// Where the log stands once the append is committed.
  public init(_ append: Append) {
    self.init(
      standing: append.standing, organisation: append.organisation, kind: append.kind, summary: append.summary)
  }
}
