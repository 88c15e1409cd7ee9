import Identity
import JSON

// A solution goes, and comes back by the wish of whoever dropped it.
extension Solution {
  static let restore = Act(
    "solution.restore", in: .room, zh: "恢复办法", en: "Bring back solution", by: ownOrSteering, during: [.solve],
    .record("solution", .solution), note: "which one has dropped oneself",
    undo: { _, event in
      guard case .room(.solutionRestored(let id))? = event.facts.first else { return nil }
      return Opposite("solution.drop", ["solution": .string(id)])
    }
  ) { fold, request, id in
    if fold.find(id, as: Solution.self) != nil { return .nothing }
    guard case .solution(let solution, let member)? = fold.find(id, as: Gone.self) else { throw Refusal.notFound }
    try request.admit(author: solution.by)
    guard member == request.actor.member, solution.erased == nil else { throw Refusal.notFound }
    try fold.checkRoom(for: .solution, limit: Bounds.solutions)
    return Decision(.room(.solutionRestored(solution: id)))
  }
}

extension LogFold {
  mutating func applyDrop(of id: String, _ event: Event) {
    if let solution = find(id, as: Solution.self) { put(Gone.solution(solution, by: event.by)) }
    remove(Solution.self, id)
  }

  /// Its issues may have been withdrawn since, or have come back.
  mutating func applyRestoration(ofSolution id: String) {
    guard case .solution(var solution, _)? = find(id, as: Gone.self) else { return }
    remove(Gone.self, id)
    for issue in solution.issues where find(issue, as: Issue.self) == nil { solution.lose(issue: issue) }
    let back = (solution.withdrawnIssues ?? []).filter { find($0, as: Issue.self) != nil }
    for issue in back { solution.regain(issue: issue) }
    put(solution)
  }
}

extension Solution {
  /// It is withdrawn. That the solution was written about it is kept in mind.
  mutating func lose(issue: String) {
    issues.removeAll { $0 == issue }
    withdrawnIssues = (withdrawnIssues ?? []) + [issue]
  }

  mutating func regain(issue: String) {
    let rest = (withdrawnIssues ?? []).filter { $0 != issue }
    withdrawnIssues = rest.isEmpty ? nil : rest
    issues.append(issue)
  }
}
