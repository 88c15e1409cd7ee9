public import Identity
import JSON

// What a solution leads to: actions, in the log of a channel. Owner and due are theirs from then on.
extension Solution {
  /// An action that was made of it.
  public struct Acted: Sendable, Equatable, Codable {
    /// The act that makes the action.
    let act: Identifier
    public let channel: Identifier
    public var state: Promotion.State
    public var code: Refusal.Code?
    /// Why it goes, with the solution's words.
    var forgetting: String?

    /// Every node can tell it.
    public var action: String { ShortID.make(from: act) }
  }

  static let mostActions = 10

  static let act = Act(
    "solution.act", in: .room, zh: "定待办", en: "Make it an action", by: [.everyone], during: [.solve, .closed],
    .record("solution", .solution), .optional(Action.words), .optional(.word("owner", Role.self)),
    .optional(.member("member")), .optional(.due), .optional(.log("channel", .channel)),
    note: """
      what is not told is the solution's: its words, up to 300 characters of them, and its owner; `channel` where the room \
      has shows of several
      """,
    needsHere: { fold, _, directory in fold.channelLogs(of: directory()) },
    final: "the action stands in the channel’s list, where somebody may have begun; it is dropped there, with a reason"
  ) { fold, request, id, text, owner, member, due, channel in
    guard let solution = fold.find(id, as: Solution.self) else { throw Refusal.notFound }
    let worded = try fold.worded(solution)
    guard worded.actions.count < mostActions else { throw Refusal(.full, .limit(mostActions)) }
    try request.checkMember(member)
    let channels = request.context.others.values.first { $0.kind == .directory }.map(fold.channelLogs) ?? []
    guard let target = channels.dropFirst().first(where: { channel == nil || $0 == channel }) else {
      throw Refusal.notFound
    }
    var args = JSONObject()
    args["text"] = .string(text ?? String(String.UnicodeScalarView(worded.text.oneLine.unicodeScalars.prefix(300))))
    args["owner"] = .word(owner ?? worded.owner)
    args["member"] = member.map { .string($0.description) }
    args["due"] = due?.argument
    var from = JSONObject()
    from["room"] = .string(fold.log.description)
    from["solution"] = .string(id)
    from["issue"] = worded.issues.first.map(JSON.string)
    args["from"] = .object(from)
    let act = request.act(in: target, .channel, "action.make", .object(args), settle: "action.settle")
    return Decision(
      facts: [.room(.solutionActed(solution: id, acted: Acted(act: act.id, channel: target, state: .requested)))],
      pending: [act])
  }

  static let settleAction = Act(
    "action.settle", in: .room, by: [.server], .outcome, example: ["accepted": true]
  ) { fold, request, outcome in
    guard let solution = fold.solutionsOnceThere.first(where: { $0.acted(by: outcome.act)?.state == .requested }) else {
      return .nothing
    }
    var decision = Decision(
      .room(
        .actionSettled(
          solution: solution.id, act: outcome.act, state: outcome.isAccepted ? .done : .refused, code: outcome.code)))
    // Erased while it was on its way: the words may have arrived before that was known.
    if outcome.isAccepted, let acted = solution.acted(by: outcome.act), let reason = acted.forgetting {
      decision.pending = [acted.forgetting(reason, request)]
    }
    return decision
  }
}

extension Solution.Acted {
  /// Has the channel's log forget the action. Asked for twice, it is done once.
  func forgetting(_ reason: String, _ request: Request) -> PendingAct {
    PendingAct(
      id: act.derived(step: 5), target: channel, targetKind: .channel, op: "action.forget",
      args: ["action": .string(action), "reason": .string(reason)], member: request.actor.member, settle: nil)
  }
}

extension Solution {
  fileprivate func acted(by act: Identifier) -> Acted? { actions.first { $0.act == act } }

  mutating func settleAction(_ act: Identifier, _ state: Promotion.State, _ code: Refusal.Code?) {
    guard let index = actions.firstIndex(where: { $0.act == act }) else { return }
    (actions[index].state, actions[index].code) = (state, code)
  }

  func writeActions(into json: inout JSONWriter) {
    if actions.isEmpty { return }
    json.array("actions") { json in
      for acted in actions {
        json.object { json in
          json.member("channel", acted.channel)
          json.member("action", acted.action)
          json.member("state", acted.state.rawValue)
          json.member("code", acted.code?.rawValue)
        }
      }
    }
  }
}

extension String {
  /// Its lines behind one another.
  fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
