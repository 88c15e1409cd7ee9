public import Identity
internal import Postgres
public import Rows

/// What a lobby lists: the shows and rooms of an organisation.
extension Store {
  public func summaries(of organisation: Identifier, then: @escaping Answer<[LogSummary]>) {
    ask(.summaries, [.id(organisation)], then: then) { $0.map(LogSummary.init(row:)) }
  }

  /// Of these logs; those that are neither show nor room, or not there, are left out.
  public func summaries(among logs: [Identifier], then: @escaping Answer<[LogSummary]>) {
    ask(.summariesOfLogs, [.ids(logs)], then: then) { $0.map(LogSummary.init(row:)) }
  }

  public func heads(inLobbyOf organisation: Identifier, then: @escaping Answer<[Standing]>) {
    ask(.headsOfLobby, [.id(organisation)], then: then) { $0.map(Standing.init(row:)) }
  }
}

extension LogSummary {
  /// A row of `summaries.sql`.
  init(row: Row) {
    self.init(standing: Standing(row: row), organisation: row.id(3), kind: row.text(4), summary: row.json(5))
  }
}
