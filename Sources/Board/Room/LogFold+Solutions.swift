import Identity
import JSON

// Commands on solutions.
extension LogFold {
  func proposeSolution(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let issues = try args.ids("issues", 0...10)
    let content = SolutionContent(
      text: try args.text("text", 1...1000, multiline: true), kind: try args.oneOf("kind"),
      owner: try args.oneOf("owner"), due: try args.optionalText("due", 1...40))
    try args.end()
    for id in issues { _ = try visibleIssue(id, request) }
    try checkRoom(for: .solution, limit: Limits.solutions)
    try checkRoom(for: .gone, limit: Limits.gone)
    return Decision(
      .solutionProposed(
        solution: Solution(
          id: request.newID(), issues: issues, text: content.text, kind: content.kind,
          owner: content.owner,
          due: content.due, by: request.actor.member,
          edits: Edits(request.context.seq, by: request.actor.member),
          promotion: nil, erased: nil)))
  }

  func editSolution(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let solution = try worded(solution(args.id("solution"), request))
    let content = SolutionContent(
      text: try args.optionalText("text", 1...1000, multiline: true) ?? solution.text,
      kind: try args.optionalOneOf("kind") ?? solution.kind,
      owner: try args.optionalOneOf("owner") ?? solution.owner,
      due: try args.edited("due", 40, was: solution.due))
    try args.end()
    if content == solution.content { return .nothing }
    try request.checkEdit(of: solution, solution.edits)
    return Decision(.solutionEdited(solution: solution.id, content: content))
  }

  func dropSolution(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let solution = try solution(args.id("solution"), request)
    try args.end()
    return Decision(.solutionDropped(solution: solution.id))
  }

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

extension LogFold {
  mutating func applyDrop(of id: String) {
    if let solution = find(id, as: Solution.self) { put(Gone.solution(solution)) }
    remove(Solution.self, id)
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
