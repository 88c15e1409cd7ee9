public import Identity
import JSON

/// An issue that was withdrawn, a solution that was dropped, or a group that was dissolved. It is in nobody's records, but events hold its words:
/// by this an erasing finds them, and what came of them.
public enum Gone: Sendable, Equatable, Codable {
  /// `withdrawal`: absent where it was withdrawn before that was kept in mind.
  case issue(Issue, withdrawal: Withdrawal?)
  /// `by`: who dropped it, where that was kept in mind.
  case solution(Solution, by: Identifier?)
  case group(Group)
}

extension Gone: Recorded {
  static var kind: RecordKind { .gone }
  static let told = "`id`; to no client"
  var record: Record { .gone(self) }

  init?(_ record: Record) {
    guard case .gone(let value) = record else { return nil }
    self = value
  }

  public var id: String {
    switch self {
    case .issue(let issue, _): issue.id
    case .solution(let solution, _): solution.id
    case .group(let group): group.id
    }
  }

  func isVisible(to viewer: Viewer) -> Bool { false }

  func write(into json: inout JSONWriter, for viewer: Viewer) {}
}

extension Gone {
  /// What a lead is told of it, who may have its words erased: what everyone could read before it was withdrawn or
  /// dropped, without who wrote it; nil of an issue that was never revealed, and where the words are gone.
  public var told: (kind: RecordKind, role: Lane, text: String, hasEntry: Bool)? {
    switch self {
    case .issue(let issue, _):
      issue.revealed && issue.erased == nil ? (.issue, issue.role, issue.text, false) : nil
    case .solution(let solution, _):
      solution.erased == nil ? (.solution, .role(solution.owner), solution.text, solution.promotion != nil) : nil
    // Its title goes with the words of its issues.
    case .group: nil
    }
  }
}

extension LogFold {
  /// What was withdrawn and dropped, in the order of ids.
  public var goneRecords: [Gone] { all(Gone.self).sorted { $0.id < $1.id } }

  /// The issue, withdrawn or not.
  func issueOnceThere(_ id: String) -> Issue? {
    if let issue = find(id, as: Issue.self) { return issue }
    guard case .issue(let issue, _)? = find(id, as: Gone.self) else { return nil }
    return issue
  }

  /// The solution, dropped or not.
  func solutionOnceThere(_ id: String) -> Solution? {
    if let solution = find(id, as: Solution.self) { return solution }
    guard case .solution(let solution, _)? = find(id, as: Gone.self) else { return nil }
    return solution
  }

  /// Every solution, dropped or not.
  var solutionsOnceThere: [Solution] {
    all(Solution.self)
      + all(Gone.self).compactMap {
        guard case .solution(let solution, _) = $0 else { return nil }
        return solution
      }
  }

  mutating func reviseOnceThere(issue id: String, _ change: (inout Issue) -> Void) {
    revise(Issue.self, id, change)
    revise(Gone.self, id) {
      guard case .issue(var issue, let withdrawal) = $0 else { return }
      change(&issue)
      $0 = .issue(issue, withdrawal: withdrawal)
    }
  }

  mutating func reviseOnceThere(solution id: String, _ change: (inout Solution) -> Void) {
    revise(Solution.self, id, change)
    revise(Gone.self, id) {
      guard case .solution(var solution, let member) = $0 else { return }
      change(&solution)
      $0 = .solution(solution, by: member)
    }
  }
}
