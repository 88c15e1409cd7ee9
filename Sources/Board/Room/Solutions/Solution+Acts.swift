import Identity
import JSON

// What is done with a solution.
extension Solution {
  static let acts = [
    propose, edit, drop, restore, erase, promote, settlePromotion,
    act, settleAction,
    choose,
  ]
  static let ownOrSteering: [Who] = [.author, .facilitator, .lead]
  private static let words = Argument.text("text", 1...1000, isMultiline: true)
  private static let due = Argument.text("due", 1...40)

  static let propose = Act(
    "solution.propose", in: .room, zh: "提办法", en: "Solution", by: [.everyone], during: [.solve],
    .records("issues", .issue, 0...10), words, .word("kind", Entry.Kind.self), .word("owner", Role.self),
    .optional(due),
    example: ["text": "先热身", "kind": "sop", "owner": "host"],
    undo: { _, event in
      guard case .room(.solutionProposed(let solution))? = event.facts.first else { return nil }
      return Opposite("solution.drop", ["solution": .string(solution.id)])
    }
  ) { fold, request, issues, text, kind, owner, due in
    for id in issues { _ = try fold.visibleIssue(id, request) }
    try fold.checkRoom(for: .solution, limit: Bounds.solutions)
    try fold.checkRoom(for: .gone, limit: Bounds.gone)
    let solution = Solution(
      id: request.newID(), issues: issues, text: text, kind: kind, owner: owner, due: due, by: request.actor.member,
      edits: Edits(request.context.seq, by: request.actor.member), promotion: nil, erased: nil)
    return Decision(.room(.solutionProposed(solution: solution)))
  }

  static let edit = Act(
    "solution.edit", in: .room, zh: "改办法", en: "Edit solution", by: ownOrSteering, during: [.solve],
    .record("solution", .solution), .optional(words), .optional(.word("kind", Entry.Kind.self)),
    .optional(.word("owner", Role.self)), .edited(due),
    example: ["text": "先热身三分钟"], note: "with `on`",
    undo: { before, event in
      guard case .room(.solutionEdited(let id, _))? = event.facts.first,
        let solution = before.find(id, as: Solution.self)
      else { return nil }
      return Opposite(
        "solution.edit",
        [
          "solution": .string(id), "text": .string(solution.text), "kind": .word(solution.kind),
          "owner": .word(solution.owner), "due": .clearing(solution.due),
        ])
    }
  ) { fold, request, id, text, kind, owner, due in
    let solution = try fold.worded(fold.solution(id, request))
    let content = SolutionContent(
      text: text ?? solution.text, kind: kind ?? solution.kind, owner: owner ?? solution.owner,
      due: due.applied(to: solution.due))
    if content == solution.content { return .nothing }
    try request.checkEdit(of: solution, solution.edits)
    return Decision(.room(.solutionEdited(solution: solution.id, content: content)))
  }

  static let drop = Act(
    "solution.drop", in: .room, zh: "撤办法", en: "Drop solution", by: ownOrSteering, during: [.solve],
    .record("solution", .solution),
    undo: { _, event in
      guard case .room(.solutionDropped(let id))? = event.facts.first else { return nil }
      return Opposite("solution.restore", ["solution": .string(id)])
    }
  ) { fold, request, id in
    Decision(.room(.solutionDropped(solution: try fold.solution(id, request).id)))
  }
}

extension LogFold {
  /// The solution, if the actor may act on it.
  func solution(_ id: String, _ request: Request) throws(Refusal) -> Solution {
    guard let solution = find(id, as: Solution.self) else { throw .notFound }
    try request.admit(author: solution.by)
    return solution
  }

  /// Of what has been erased there is nothing to change or to hand on.
  func worded(_ solution: Solution) throws(Refusal) -> Solution {
    guard solution.erased == nil else { throw .notFound }
    return solution
  }
}

extension Solution {
  var content: SolutionContent {
    get { SolutionContent(text: text, kind: kind, owner: owner, due: due) }
    set { (text, kind, owner, due) = (newValue.text, newValue.kind, newValue.owner, newValue.due) }
  }

  mutating func edit(_ content: SolutionContent, _ event: Event) {
    if promotion?.handedOn == nil { promotion?.handedOn = text }
    edits.note(event.seq, by: event.by, rewords: content.text != text)
    self.content = content
  }
}
