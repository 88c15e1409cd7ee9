import Identity
import JSON

// Commands that steer a room.
extension LogFold {
  /// Server, for whoever opened it: `organisation`, `title`, `shows`, `facilitator`, `votes`.
  func foundRoom(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let room = Room(
      organisation: try args.identifier("organisation"), title: try args.text("title", 1...80),
      shows: try args.identifiers("shows", 1...14), phase: .prepare, step: nil,
      facilitator: try args.identifier("facilitator"), votes: try args.int("votes", 1...20),
      revealed: false,
      openedAt: request.context.now, closedAt: nil, lastNo: 0)
    try args.end()
    return self.room == nil ? Decision(.roomFounded(room: room)) : .nothing
  }

  /// Forward or back. Where votes are cast or told, the cards have been turned.
  func movePhase(_ request: Request) throws -> Decision {
    let room = try opened()
    var args = try request.arguments()
    let phase = try args.oneOf("phase", as: Phase.self)
    let given = try args.optionalOneOf("step", as: Phase.Step.self)
    try args.end()
    guard given == nil || phase == .data else { throw Refusal.invalid("step", .invalid) }
    let step = phase == .data ? given ?? (room.phase == .data ? room.step : .goals) : nil
    if room.phase == phase, room.step == step { return .nothing }
    let move = Fact.phaseMoved(phase: phase, step: step)
    return phase.showsCards && !room.revealed ? Decision(reveal(), move) : Decision(move)
  }

  func revealCards(_ request: Request) throws -> Decision {
    let room = try opened()
    try request.arguments().end()
    return room.revealed ? .nothing : Decision(reveal())
  }

  /// Numbered in the order of their random ids, so that a number does not tell when a card was written. One that was
  /// erased has none.
  private func reveal() -> Fact {
    let ids = all(Issue.self).filter { $0.erased == nil }.map(\.id).sorted()
    return .cardsRevealed(numbers: Dictionary(uniqueKeysWithValues: zip(ids, 1...)))
  }

  func handFacilitator(_ request: Request) throws -> Decision {
    let room = try opened()
    var args = try request.arguments()
    let member = try args.identifier("member")
    try args.end()
    guard request.context.others[room.organisation]?.actor(member) != nil else {
      throw Refusal.notFound
    }
    return room.facilitator == member ? .nothing : Decision(.facilitatorHanded(member: member))
  }

  /// Never refused for what is spent: that would tell the largest number anyone has cast. What no longer fits goes back
  /// to whoever cast it.
  func setBudget(_ request: Request) throws -> Decision {
    let room = try opened()
    var args = try request.arguments()
    let votes = try args.int("votes", 1...20)
    try args.end()
    return room.votes == votes ? .nothing : Decision(.budgetSet(votes: votes))
  }

  func opened() throws(Refusal) -> Room {
    guard let room else { throw .notFound }
    return room
  }
}

extension LogFold {
  mutating func applyMove(to phase: Phase, _ step: Phase.Step?, _ event: Event) {
    let showedVotes = room?.phase.showsVotes ?? false
    revise(Room.self, "room") {
      ($0.phase, $0.step) = (phase, step)
      $0.closedAt = phase == .closed ? event.at : nil
    }
    tellProgress()
    guard phase.showsVotes != showedVotes else { return }
    let totals = phase.showsVotes ? tallied : [:]
    for issue in all(Issue.self) {
      revise(Issue.self, issue.id) { $0.votes = phase.showsVotes ? totals[issue.id] ?? 0 : nil }
    }
  }

  /// A card without a number was erased while its author alone saw it. It goes: that there was one would tell that its
  /// author leads, for only leads erase.
  mutating func applyReveal(_ numbers: [String: Int], _ event: Event) {
    revise(Room.self, "room") {
      $0.revealed = true
      $0.lastNo = max($0.lastNo, numbers.values.max() ?? 0)
    }
    for (id, no) in numbers {
      revise(Issue.self, id) {
        ($0.no, $0.revealed) = (no, true)
        $0.edits.restamp(event.seq)
      }
    }
    for issue in all(Issue.self) where !issue.revealed { remove(Issue.self, issue.id) }
    tellProgress()
  }

  mutating func applyBudget(_ votes: Int) {
    revise(Room.self, "room") { $0.votes = votes }
    for ballot in all(Ballot.self) {
      revise(Ballot.self, ballot.id) {
        $0.votes.giveBack(over: votes)
        $0.left = votes - $0.votes.total
      }
    }
  }

  private var tallied: [String: Int] {
    all(Ballot.self).reduce(into: [:]) { totals, ballot in ballot.votes.add(to: &totals) }
  }
}
