public import Identity
internal import Postgres

/// One line of a list of shows and rooms.
public struct LogSummary: Sendable, Equatable {
  /// The event it is the summary after.
  public let standing: LogHead
  public let organisation: Identifier
  public let kind: String
  /// JSON.
  public let summary: [UInt8]

  public var log: Identifier { standing.log }

  public init(standing: LogHead, organisation: Identifier, kind: String, summary: [UInt8]) {
    self.standing = standing
    self.organisation = organisation
    self.kind = kind
    self.summary = summary
  }

  init(row: Row) {
    self.init(standing: LogHead(row: row), organisation: row.id(3), kind: row.text(4), summary: row.json(5))
  }
}

/// What a lobby lists: the shows and rooms of an organisation.
extension Store {
  public func summaries(of organisation: Identifier, then: @escaping Answer<[LogSummary]>) {
    ask(.summaries, [.id(organisation)], then: then) { $0.map(LogSummary.init(row:)) }
  }

  /// Of these logs; those that are neither show nor room, or not there, are left out.
  public func summaries(among logs: [Identifier], then: @escaping Answer<[LogSummary]>) {
    ask(.summariesOfLogs, [.ids(logs)], then: then) { $0.map(LogSummary.init(row:)) }
  }

  public func heads(inLobbyOf organisation: Identifier, then: @escaping Answer<[LogHead]>) {
    ask(.headsOfLobby, [.id(organisation)], then: then) { $0.map(LogHead.init(row:)) }
  }
}
