public import Identity
internal import Postgres

/// One line of a list of shows and rooms.
public struct LogSummary: Sendable, Equatable {
  public let log: Identifier
  public let organisation: Identifier
  public let kind: String
  public let head: Int64
  /// JSON.
  public let summary: [UInt8]

  public init(log: Identifier, organisation: Identifier, kind: String, head: Int64, summary: [UInt8]) {
    self.log = log
    self.organisation = organisation
    self.kind = kind
    self.head = head
    self.summary = summary
  }

  init(row: Row) {
    self.init(
      log: row.id(0), organisation: row.id(1), kind: row.text(2), head: row.integer(3), summary: row.json(4))
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

  public func heads(inLobbyOf organisation: Identifier, then: @escaping Answer<[Identifier: Int64]>) {
    ask(.headsOfLobby, [.id(organisation)], then: then) { rows in
      Dictionary(rows.map { ($0.id(0), $0.integer(1)) }, uniquingKeysWith: { $1 })
    }
  }
}
