public import Identity

/// What a review came to, to be sent round: made of the room's log each time it is asked for, as everyone sees it, so
/// that what is erased or taken back since is not in it.
public struct Report: Sendable, Equatable {
  public let title: String
  public let shows: [Identifier]
  public let facilitator: Identifier
  public let openedAt: Int64
  /// Nil while the review goes on.
  public let closedAt: Int64?
  /// Solutions that were decided upon, those for the issue with the most votes first.
  public var decisions: [Way]
  /// Those that were proposed, and neither chosen nor made an action of, in the same order.
  public var proposed: [Way]
  /// What was voted for, the most votes first; at most ``most``.
  public var topics: [Topic]
  /// What was put off for another time, in the same order.
  public var parked: [Topic]
  public let counts: Counts
  /// By which its issues are of a kind; nil: a show's review.
  public let template: Template?

  /// Issues that are told.
  static let most = 8

  /// A solution.
  public struct Way: Sendable, Equatable {
    public let id: String
    public var text: String
    public let kind: Entry.Kind
    public let owner: Role
    public var due: String?
    /// The numbers of the issues it answers.
    public let issues: [Int]
    /// Of those together.
    public let votes: Int
    public let promotion: Solution.Promotion.State?
    /// The last why that was said of the issues it answers.
    public var why: String?
    public let erased: Erasure?
  }

  public struct Topic: Sendable, Equatable {
    public let id: String
    public let no: Int?
    public let role: String
    public let kind: Issue.Kind
    public var text: String
    public let offset: Int?
    public let votes: Int
    public let link: Issue.Link?
    public let erased: Erasure?
  }

  public struct Counts: Sendable, Equatable {
    public let issues: Int
    /// Issues that were talked about (``LogFold/talkedIssues``).
    public let talked: Int
    public let promoted: Int
    /// Who has written, voted or answered.
    public let people: Int
    /// Milliseconds, until the last move; 0 where it is not known.
    public let reviewing: Int64
    public let solving: Int64
    /// Answers to whether it was worth it, and their mean where it may be told.
    public let answers: Int
    public let worth: Double?
  }
}

extension LogFold {
  /// Nil where there is no room.
  public var report: Report? {
    guard let room else { return nil }
    let seen = all(Issue.self).filter { $0.isVisible(to: .anyone) }
    let standing = standing(seen)
    let tops = seen.compactMap { issue in standing[issue.id].flatMap { $0.id == issue.id ? $0 : nil } }
    let ranked = tops.sorted { ($1.votes ?? 0, $0.no ?? .max, $0.id) < ($0.votes ?? 0, $1.no ?? .max, $1.id) }
    let place = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1.id, $0) })
    let byID = Dictionary(uniqueKeysWithValues: seen.map { ($0.id, $0) })
    let solutions = all(Solution.self).filter { $0.isVisible(to: .anyone) }
    let inOrder = solutions.sorted { one, other in
      let first = one.issues.compactMap { standing[$0].flatMap { place[$0.id] } }.min() ?? .max
      let second = other.issues.compactMap { standing[$0].flatMap { place[$0.id] } }.min() ?? .max
      return (first, one.edits.last, one.id) < (second, other.edits.last, other.id)
    }
    let way = { solution in
      Report.Way(solution, of: solution.issues.compactMap { byID[$0] }, standing, why: why(of: solution))
    }
    let parked = Set(seen.filter { $0.state == .parked }.compactMap { standing[$0.id]?.id })
    return Report(
      title: room.title, shows: room.shows, facilitator: room.facilitator, openedAt: room.openedAt,
      closedAt: room.closedAt,
      decisions: inOrder.filter(\.isDecided).map(way), proposed: inOrder.filter { !$0.isDecided }.map(way),
      topics: ranked.filter { ($0.votes ?? 0) > 0 }.prefix(Report.most).map(Report.Topic.init),
      parked: ranked.filter { parked.contains($0.id) }.map(Report.Topic.init),
      counts: reportCounts(room), template: room.template)
  }

  private func reportCounts(_ room: Room) -> Report.Counts {
    let progress = counted
    return Report.Counts(
      issues: room.revealed ? shelves.count(.issue) : 0, talked: talkedIssues,
      promoted: shelves.tally.promotedSolutions, people: room.phase == .closed ? participants.count : 0,
      reviewing: room.spent?.reviewing ?? 0, solving: room.spent?.milliseconds(in: .solve) ?? 0,
      answers: progress?.answers ?? 0, worth: progress?.worth)
  }

  private func why(of solution: Solution) -> String? {
    guard solution.erased == nil else { return nil }
    return solution.issues.lazy.compactMap { find($0, as: Cause.self) }.first { $0.isVisible(to: .anyone) }?.whys.last
  }
}

extension Report.Way {
  /// `standing`: by its id what stands for each, whose votes count once.
  init(_ solution: Solution, of issues: [Issue], _ standing: [String: Issue], why: String?) {
    let answered = Set(issues.compactMap { standing[$0.id]?.id })
    self.init(
      id: solution.id, text: solution.text, kind: solution.kind, owner: solution.owner, due: solution.due,
      issues: issues.compactMap(\.no).sorted(), votes: answered.reduce(0) { $0 + (standing[$1]?.votes ?? 0) },
      promotion: solution.promotion?.state, why: why, erased: solution.erased)
  }
}

extension Report.Topic {
  init(_ issue: Issue) {
    self.init(
      id: issue.id, no: issue.no, role: issue.role.rawValue, kind: issue.kind, text: issue.text, offset: issue.offset,
      votes: issue.votes ?? 0, link: issue.link, erased: issue.erased)
  }
}

extension Viewer {
  /// Who sees what everyone sees, and nothing more.
  static let anyone = Viewer(member: nil, isLead: false)
}
