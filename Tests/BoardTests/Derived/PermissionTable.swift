@testable import Board

/// The table of one kind of log in the Permissions article.
struct PermissionTable {
  let log: LogKind

  var text: String {
    let phases = log == .room ? Phase.allCases.map(\.rawValue) : []
    let heads = ["command", "who"] + phases
    let rows =
      [heads, heads.map { _ in "---" }]
      + acts.map { act in
        ["`\(act.op)`", act.told] + (log == .room ? Phase.allCases.map { act.phases.contains($0) ? "●" : " " } : [])
      }
    return rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
      .replacing("| --- ", with: "|---").replacing("|--- |", with: "|---|").replacing("---|---|\n", with: "---|---|\n")
  }

  private var acts: [Act] { Act.all.filter { $0.log == log } }
}

extension Act {
  /// Who may, in words.
  var told: String { who.told + (bringing.isEmpty ? "" : ", from a file of " + bringing.told) }
}

extension [Who] {
  var told: String {
    let order: [(Who, String)] = [
      (.everyone, "everyone"), (.oneself, "oneself"), (.author, "author"),
      (.everyoneOnceRevealed, "everyone once revealed"),
      (.facilitator, "facilitator"), (.lead, "lead"),
      (.former, "former facilitator"),
    ]
    let roles = Role.allCases.map { (Who.role($0), $0.rawValue) }
    return (order + roles + [(.server, "server")]).filter { contains($0.0) }.map(\.1).joined(separator: ", ")
  }
}
