import Identity
import JSON

// A solution's way into the playbook.
extension LogFold {
  /// Asks the playbook for an entry. Its evidence are the numbers its issues are linked to: what the review saw, what
  /// the goal was and what the last show had. None of them is an effect of the entry.
  func promoteSolution(_ request: Request) throws -> Decision {
    let room = try opened()
    var args = try request.arguments()
    let solution = try worded(solution(args.id("solution"), request))
    let title = try args.optionalText("title", 1...60) ?? Entry.title(of: solution.text)
    let stage = try args.optionalOneOf("stage", as: Entry.Stage.self)
    let trigger = try args.optionalText("trigger", 1...200)
    try args.end()
    if let promotion = solution.promotion, promotion.state != .refused { return .nothing }
    var entry = JSONObject()
    entry["title"] = .string(title)
    entry["kind"] = .string(solution.kind.rawValue)
    entry["roles"] = [.string(solution.owner.rawValue)]
    entry["stage"] = stage.map { .string($0.rawValue) }
    entry["trigger"] = trigger.map { .string($0) }
    entry["text"] = .string(solution.text)
    entry["evidence"] = .array(evidence(of: solution))
    entry["origin"] = [
      "room": .string(log.description), "solution": .string(solution.id),
      "roomTitle": .string(room.title),
    ]
    let playbook = Self.playbook(of: room.organisation)
    return Decision(
      facts: [.solutionPromoted(solution: solution.id, act: request.actID)],
      pending: [
        request.act(
          in: playbook, .playbook, "entry.promote", .object(entry), settle: "promotion.settle")
      ])
  }

  private func evidence(of solution: Solution) -> [JSON] {
    solution.issues.compactMap { id -> JSON? in
      guard let issue = find(id, as: Issue.self), let link = issue.link else { return nil }
      var item = JSONObject()
      item["metric"] = .string(link.metric)
      item["after"] = .double(link.value)
      item["goal"] = link.goal.map { .double($0) }
      item["last"] = link.last.map { .double($0) }
      item["show"] = .string(link.show.description)
      item["offset"] = issue.offset.map { .int($0) }
      return .object(item)
    }
  }

  /// Server: `act`, `accepted`, `code?`.
  func settlePromotion(_ request: Request) throws -> Decision {
    let outcome = try Outcome(request)
    // Dropped meanwhile, the entry stays; what became of it is kept in mind, for the words may be erased yet.
    guard let solution = solutionsOnceThere.first(where: { $0.promotion?.act == outcome.act }),
      solution.promotion?.state == .requested
    else { return .nothing }
    var decision = Decision(
      .promotionSettled(
        solution: solution.id, state: outcome.isAccepted ? .done : .refused,
        entry: outcome.isAccepted ? outcome.made : nil, code: outcome.code))
    // Erased while it was on its way: the words may have arrived before that was known.
    let erased = solution.promotion?.isForgotten == false ? nil : solution.erased?.reason
    if outcome.isAccepted, let reason = erased ?? solution.promotion?.forgetting {
      decision.pending = [try forgetting(entryOf: outcome.act, reason, request)]
    }
    return decision
  }
}

extension Solution {
  mutating func settle(_ state: Promotion.State, entry: String?, code: Refusal.Code?) {
    promotion?.state = state
    promotion?.entry = entry
    promotion?.code = code
  }
}
