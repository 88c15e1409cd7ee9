import Identity
import JSON

// What is said about why an issue happened.
extension Cause {
  static let acts = [add, reword, drop]
  private static let most = 7
  private static let words = Argument.text("text", 1...200, isMultiline: true)
  private static let place = Argument.number("place", 0...most - 1)

  static let add = Act(
    "cause.add", in: .room, zh: "写为什么", en: "Why", by: [.everyone], during: [.solve],
    .record("issue", .issue), words, .optional(place),
    example: ["text": "换装时画面空了两分钟"], note: "behind the others, or at `place`",
    undo: { _, event in
      guard case .room(.whySaid(let why))? = event.facts.first else { return nil }
      return Opposite("cause.drop", ["cause": .string(why.issue), "place": .int(why.place)])
    }
  ) { fold, request, id, text, place in
    let issue = try fold.visibleIssue(id, request)
    guard issue.erased == nil else { throw Refusal.notFound }
    let count = fold.find(id, as: Cause.self)?.whys.count ?? 0
    try fold.checkRoom(taken: count, limit: most)
    return Decision(.room(.whySaid(why: Why(issue: id, place: min(place ?? count, count), text: text))))
  }

  static let reword = Act(
    "cause.reword", in: .room, zh: "改为什么", en: "Reword why", by: [.everyone], during: [.solve],
    .record("cause", .cause), place, words,
    example: ["place": 0, "text": "换装时没有人接话"], note: "with `on`",
    undo: { before, event in
      guard case .room(.whyReworded(let why))? = event.facts.first,
        let cause = before.find(why.issue, as: Cause.self), why.place < cause.whys.count
      else { return nil }
      return Opposite(
        "cause.reword",
        ["cause": .string(why.issue), "place": .int(why.place), "text": .string(cause.whys[why.place])])
    }
  ) { fold, request, id, place, text in
    let cause = try fold.cause(id, place, request)
    if cause.whys[place] == text { return .nothing }
    try request.checkEdit(of: cause, cause.edits)
    return Decision(.room(.whyReworded(why: Why(issue: id, place: place, text: text))))
  }

  static let drop = Act(
    "cause.drop", in: .room, zh: "去掉为什么", en: "Drop why", by: [.everyone], during: [.solve],
    .record("cause", .cause), place,
    example: ["place": 0], note: "with `on`",
    undo: { before, event in
      guard case .room(.whyDropped(let id, let place))? = event.facts.first,
        let cause = before.find(id, as: Cause.self), place < cause.whys.count
      else { return nil }
      return Opposite(
        "cause.add", ["issue": .string(id), "place": .int(place), "text": .string(cause.whys[place])])
    }
  ) { fold, request, id, place in
    let cause = try fold.cause(id, place, request)
    try request.checkEdit(of: cause, cause.edits)
    return Decision(.room(.whyDropped(issue: id, place: place)))
  }
}

extension LogFold {
  /// The cause of an issue that the actor may see, with a why at that place.
  fileprivate func cause(_ id: String, _ place: Int, _ request: Request) throws(Refusal) -> Cause {
    _ = try visibleIssue(id, request)
    guard let cause = find(id, as: Cause.self), place < cause.whys.count else { throw .notFound }
    return cause
  }

  mutating func applyWhy(_ why: Why, _ event: Event) {
    guard find(why.issue, as: Issue.self) != nil else { return }
    if find(why.issue, as: Cause.self) == nil {
      put(Cause(id: why.issue, whys: [], edits: Edits(event.seq, by: event.by)))
    }
    reviseCause(why.issue, event) { $0.insert(why.text, at: min(why.place, $0.count)) }
  }

  mutating func applyRewording(_ why: Why, _ event: Event) {
    reviseCause(why.issue, event) { if why.place < $0.count { $0[why.place] = why.text } }
  }

  mutating func applyDrop(ofWhy place: Int, of issue: String, _ event: Event) {
    reviseCause(issue, event) { if place < $0.count { $0.remove(at: place) } }
  }

  private mutating func reviseCause(_ issue: String, _ event: Event, _ change: (inout [String]) -> Void) {
    revise(Cause.self, issue) {
      change(&$0.whys)
      $0.edits.note(event.seq, by: event.by, rewords: true)
    }
  }
}
