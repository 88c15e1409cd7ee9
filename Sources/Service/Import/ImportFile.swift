import Board

/// The kinds of file a team brings. Raw values stand in the request.
enum ImportFile: String, CaseIterable {
  case summary, trend, markers, goals, questions, list

  /// In which log the right stands.
  var log: LogKind { self == .list ? .directory : .show }

  /// The op whose right is asked for: who may type it may import it.
  var right: String {
    switch self {
    case .summary, .trend: "snapshot.take"
    case .markers: "marker.add"
    case .goals: "goal.set"
    case .questions: "question.log"
    case .list: "show.schedule"
    }
  }
}
