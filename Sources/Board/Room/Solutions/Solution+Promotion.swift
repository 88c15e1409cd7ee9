import Identity
import JSON

// A solution's way into the playbook.
extension Solution {
  /// Asks the playbook for an entry. Its evidence are the numbers its issues are linked to: what the review saw, what
  /// the goal was and what the last show had. None of them is an effect of the entry.
  static let promote = Act(
    "solution.promote", in: .room, zh: "收进手册", en: "To the playbook", by: Room.steering, during: [.solve, .closed],
    .record("solution", .solution), .optional(.text("title", 1...60)), .optional(.word("stage", Entry.Stage.self)),
    .optional(.text("trigger", 1...200)),
    final: "the entry is in the book; it is edited there, or marked as out of force"
  ) { fold, request, id, title, stage, trigger in
    let room = request.room
    let solution = try fold.worded(fold.solution(id, request))
    if let promotion = solution.promotion, promotion.state != .refused { return .nothing }
    var entry = JSONObject()
    entry["title"] = .string(title ?? Entry.title(of: solution.text))
    entry["kind"] = .word(solution.kind)
    entry["roles"] = [.word(solution.owner)]
    entry["stage"] = stage.map { .word($0) }
    entry["trigger"] = trigger.map { .string($0) }
    entry["text"] = .string(solution.text)
    entry["evidence"] = .array(fold.evidence(of: solution))
    entry["origin"] = [
      "room": .string(fold.log.description), "solution": .string(solution.id), "roomTitle": .string(room.title),
    ]
    let act = request.act(
      in: LogFold.playbook(of: room.organisation), .playbook, "entry.promote", .object(entry),
      settle: "promotion.settle")
    return Decision(facts: [.room(.solutionPromoted(solution: solution.id, act: request.actID))], pending: [act])
  }

  static let settlePromotion = Act(
    "promotion.settle", in: .room, by: [.server], .outcome, example: ["accepted": true]
  ) { fold, request, outcome in
    // Dropped meanwhile, the entry stays; what became of it is kept in mind, for the words may be erased yet.
    guard let solution = fold.solutionsOnceThere.first(where: { $0.promotion?.act == outcome.act }),
      solution.promotion?.state == .requested
    else { return .nothing }
    var decision = Decision(
      .room(
        .promotionSettled(
          solution: solution.id, state: outcome.isAccepted ? .done : .refused,
          entry: outcome.isAccepted ? outcome.made : nil, code: outcome.code)))
    // Erased while it was on its way: the words may have arrived before that was known.
    let erased = solution.promotion?.isForgotten == false ? nil : solution.erased?.reason
    if outcome.isAccepted, let reason = erased ?? solution.promotion?.forgetting {
      decision.pending = [fold.forgetting(entryOf: outcome.act, reason, request)]
    }
    return decision
  }
}

extension LogFold {
  fileprivate func evidence(of solution: Solution) -> [JSON] {
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
}

extension Solution {
  mutating func settle(_ state: Promotion.State, entry: String?, code: Refusal.Code?) {
    promotion?.state = state
    promotion?.entry = entry
    promotion?.code = code
  }
}
