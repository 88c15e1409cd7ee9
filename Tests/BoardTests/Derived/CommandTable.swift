@testable import Board

/// The commands of one kind of log as the Protocol article tells them: those of people in a table, the server's below.
struct CommandTable {
  let log: LogKind

  var text: String {
    let heads = ["op", "args", "by"] + (log == .room ? ["phase"] : [])
    let rows = acts.filter { !$0.isServers }.map { act in
      ["`\(act.op)`", act.toldArguments, act.told] + (log == .room ? [act.toldPhases] : [])
    }
    let lines = [line(heads), "|" + heads.map { _ in "---|" }.joined()] + rows.map(line)
    let final = acts.compactMap { act in act.whyFinal.map { "`\(act.op)` (\($0))" } }
    let taking = final.isEmpty ? [] : ["", "Taken back by nothing: \(final.joined(separator: "; "))."]
    return (lines + taking + ["", "Made by the server only: \(serversActs)."]).map { $0 + "\n" }.joined()
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private var serversActs: String {
    acts.filter(\.isServers).map { "`\($0.op)`" + ($0.note.isEmpty ? "" : " (\($0.note))") }.joined(separator: ", ")
  }

  private var acts: [Act] { Act.all.filter { $0.log == log } }
}

extension Act {
  var isServers: Bool { who == [.server] }

  fileprivate var toldArguments: String {
    let fields = fields.map(\.told).joined(separator: ", ")
    return note.isEmpty ? fields : fields.isEmpty ? note : "\(fields); \(note)"
  }

  fileprivate var toldPhases: String {
    if phases.count == Phase.allCases.count { return "all" }
    if phases.count < 3 { return phases.map(\.rawValue).joined(separator: ", ") }
    return "\(phases[0]) … \(phases[phases.count - 1])"
  }
}

extension Field {
  fileprivate var told: String {
    let limit = kind.limit + (canBeCleared ? " or empty" : "")
    return "`\(name)\(isOptional ? "?" : "")`\(limit)"
  }
}

extension Field.Kind {
  fileprivate var limit: String {
    switch self {
    case .text(let range, _), .words(_, let range), .records(_, let range), .logs(_, let range), .number(let range):
      " \(range.lowerBound)–\(range.upperBound)"
    case .list(let fields, let range):
      " \(range.lowerBound)–\(range.upperBound) × {\(fields.map(\.told).joined(separator: ", "))}"
    case .object(let fields): " {\(fields.map(\.told).joined(separator: ", "))}"
    case .texts(let length, let count):
      " \(count.lowerBound)–\(count.upperBound) of \(length.lowerBound)–\(length.upperBound)"
    case .members(let range): " \(range.lowerBound)–\(range.upperBound)"
    case .flag: " (bool)"
    case .numbers: " {metric: number}"
    case .decimal, .word, .time, .record, .name, .log, .member, .organisation, .act, .metric, .rows: ""
    }
  }
}
