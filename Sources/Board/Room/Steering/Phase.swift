/// Where a review stands. In order; it moves forward and back.
public enum Phase: String, Sendable, Codable, CaseIterable {
  case prepare, live, data, collect, vote, solve, closed

  /// What the phase `data` looks at.
  public enum Step: String, Sendable, Codable, CaseIterable { case goals, show, comparison }

  /// The vote has ended: totals are told.
  var showsVotes: Bool { self == .solve || self == .closed }
  /// Whoever votes or solves must have seen the issues.
  var showsIssues: Bool { self == .vote || showsVotes }
}
