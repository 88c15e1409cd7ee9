import Board

/// The kinds of file a team brings. Raw values stand in the request.
enum ImportFile: String, CaseIterable {
  case summary, trend, markers, goals, questions, list

  /// In which log the right stands.
  var log: LogKind { self == .list ? .directory : .show }

  /// The command the server makes of it first: its rule says who may bring the file.
  var op: String {
    switch self {
    case .summary: "snapshot.import"
    case .trend: "series.import"
    case .markers: "markers.import"
    case .goals: "goals.import"
    case .questions: "questions.import"
    case .list: "show.import"
    }
  }
}
