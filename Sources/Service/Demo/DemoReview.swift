import Board
import Identity
import JSON
import Live
import Metrics
import ServiceLoop

/// The review of the demonstration's show, held up to the point where solutions have been agreed on.
@ServiceLoop struct DemoReview {
  let stage: Stage
  let organisation: Identifier
  let team: DemoTeam
  let show: Identifier

  func hold(issues: [IssueRow], solutions: [SolutionRow]) async throws {
    let room = try await team.lead.says("room.open", in: organisation, ["shows": [.string(show.description)]])
      .derived(step: 3)
    try await move(room, to: "collect")
    for issue in issues { try await post(issue, in: room) }
    try await team.lead.says("cards.reveal", in: room, [:])
    try await linkMetrics(in: room)
    try await move(room, to: "vote")
    try await vote(in: room)
    try await move(room, to: "solve")
    try await solve(solutions, in: room)
  }

  private func move(_ room: Identifier, to phase: String) async throws {
    try await team.lead.says("phase.move", in: room, ["phase": .string(phase)])
  }

  private func post(_ issue: IssueRow, in room: Identifier) async throws {
    guard let role = Role(rawValue: issue.role) else { return }
    try await team[role].says(
      "issue.post", in: room,
      .fields([
        ("role", .string(issue.role)), ("kind", .string(issue.kind)), ("text", .string(issue.text)),
        ("offset", issue.offset.map { .int($0) }),
      ]))
  }

  /// An issue of the files, known by words of it, with the number that shows what it says, and the solution it led to.
  private static let threads: [(issue: String, metric: String, solution: String)] = [
    ("主播换装离席", "avg_online", "主播换装"), ("价格挂错", "clk_pay_rate", "双人核价"),
    ("弹企微时", "new_follow", "弹企微固定"), ("主推爆品", "gmv", "按脚本排品"),
  ]

  private func linkMetrics(in room: Identifier) async throws {
    guard let numbers = try await fold(show).latestNumbers else { return }
    let issues = try await issues(in: room)
    for thread in Self.threads where numbers.values[thread.metric] != nil {
      guard let issue = issues.first(where: { $0.text.contains(thread.issue) }) else { continue }
      try await team.lead.says(
        "issue.link", in: room,
        [
          "issue": .string(issue.id), "show": .string(show.description), "metric": .string(thread.metric),
        ])
    }
  }

  /// Everyone spends five votes, each on other issues; the same at every start.
  private func vote(in room: Identifier) async throws {
    let issues = try await issues(in: room)
    guard issues.count >= 5 else { return }
    for (place, role) in Role.allCases.enumerated() {
      for (step, votes) in [2, 1, 1, 1].enumerated() {
        let issue = issues[(place * (step + 1) + step * 3) % issues.count]
        try await team[role].says("vote.set", in: room, ["issue": .string(issue.id), "votes": .int(votes)])
      }
    }
  }

  private func solve(_ solutions: [SolutionRow], in room: Identifier) async throws {
    let issues = try await issues(in: room)
    for solution in solutions {
      guard let owner = Role(rawValue: solution.owner) else { continue }
      let words = Self.threads.first { solution.text.contains($0.solution) }?.issue
      let answered = issues.filter { issue in words.map(issue.text.contains) ?? false }.map { JSON.string($0.id) }
      try await team[owner].says(
        "solution.propose", in: room,
        [
          "issues": .array(answered), "text": .string(solution.text), "kind": .string(solution.kind),
          "owner": .string(solution.owner), "due": "下一场",
        ])
    }
    for solution in try await records(of: .solution, in: room).prefix(3) {
      try await team.lead.says("solution.promote", in: room, ["solution": .string(solution.id)])
    }
  }

  private func issues(in room: Identifier) async throws -> [Issue] {
    try await records(of: .issue, in: room).compactMap { record in
      if case .issue(let issue) = record { issue } else { nil }
    }
    .sorted { ($0.no ?? 0) < ($1.no ?? 0) }
  }

  private func records(of kind: RecordKind, in log: Identifier) async throws -> [Record] {
    let fold = try await fold(log)
    return fold.records(kind).sorted { $0.key < $1.key }.map(\.value)
  }

  private func fold(_ log: Identifier) async throws -> LogFold { try await stage.look(at: log, in: organisation).fold }
}
