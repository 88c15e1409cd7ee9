import Identity
import JSON

// What steers a room.
extension Room {
  static let acts = [found, movePhase, handFacilitator, take, revealIssues, setBudget, setMinutes, setCap]
  static let steering: [Who] = [.facilitator, .lead]

  static let found = Act(
    "room.found", in: .room, by: [.server],
    .organisation("organisation"), .text("title", 1...80), .logs("shows", .show, 1...14), .member("facilitator"),
    .number("votes", 1...20), .template,
    example: ["title": "复盘", "votes": 5], note: "for whoever opened it"
  ) { fold, request, organisation, title, shows, facilitator, votes, template in
    let room = Room(
      organisation: organisation, title: title, shows: shows, phase: .prepare, step: nil, facilitator: facilitator,
      votes: votes, revealed: false, openedAt: request.context.now, closedAt: nil, template: template, lastNo: 0)
    return fold.room == nil ? Decision(.room(.roomFounded(room: room))) : .nothing
  }

  /// Forward or back. Where votes are cast or told, the issues have been revealed.
  static let movePhase = Act(
    "phase.move", in: .room, zh: "换阶段", en: "Change phase", by: steering,
    .word("phase", Phase.self), .optional(.word("step", Phase.Step.self)),
    example: ["phase": "data", "step": "show"],
    note: """
      forward or back; entering `vote` reveals the cards; out of `prepare`, and to `closed`, `unanswered` while an action \
      that is due is neither answered in this room nor put off
      """,
    needsHere: { fold, args, directory in
      let asks = fold.room?.phase == .prepare || args["phase"]?.string == Phase.closed.rawValue
      return asks ? fold.channelLogs(of: directory()) : []
    },
    undo: { before, _ in
      before.room.map { Opposite("phase.move", ["phase": .word($0.phase), "step": .word($0.step)]) }
    }
  ) { fold, request, phase, given in
    let room = request.room
    guard given == nil || phase == .data else { throw Refusal.invalid("step", .invalid) }
    let step = phase == .data ? given ?? (room.phase == .data ? room.step : .goals) : nil
    if room.phase == phase, room.step == step { return .nothing }
    try fold.checkAnswered(moving: phase, request)
    let move = Fact.room(.phaseMoved(phase: phase, step: step))
    var decision = phase.showsIssues && !room.revealed ? Decision(fold.reveal(), move) : Decision(move)
    if phase.showsVotes, !room.phase.showsVotes {
      decision.facts.append(.room(.agendaFrozen(agenda: Agenda(issues: fold.issuesByVotes))))
    }
    return decision
  }

  static let revealIssues = Act(
    "cards.reveal", in: .room, zh: "翻卡", en: "Reveal cards", by: steering, during: [.collect],
    final: "everyone has seen the cards"
  ) { fold, request in
    request.room.revealed ? .nothing : Decision(fold.reveal())
  }

  static let handFacilitator = Act(
    "facilitator.hand", in: .room, zh: "交接主持", en: "Hand over", by: steering, .member("member"),
    needs: { _, directory in [directory().log] },
    undo: { before, _ in
      before.room.map { Opposite("facilitator.hand", ["member": .string($0.facilitator.description)]) }
    }
  ) { _, request, member in
    let room = request.room
    guard request.context.others[room.organisation]?.actor(member) != nil else { throw Refusal.notFound }
    return room.facilitator == member ? .nothing : Decision(.room(.facilitatorHanded(member: member)))
  }

  /// Never refused for what is spent: that would tell the largest number anyone has cast. What no longer fits goes back
  /// to whoever cast it.
  static let setBudget = Act(
    "votes.budget", in: .room, zh: "改票数", en: "Vote budget", by: steering, during: .through(.prepare, .collect),
    .number("votes", 1...20),
    example: ["votes": 8],
    undo: { before, _ in before.room.map { Opposite("votes.budget", ["votes": .int($0.votes)]) } }
  ) { _, request, votes in
    request.room.votes == votes ? .nothing : Decision(.room(.budgetSet(votes: votes)))
  }

  /// As the budget, never refused for what is cast.
  static let setCap = Act(
    "votes.cap", in: .room, zh: "改每张上限", en: "Votes per card", by: steering, during: .through(.prepare, .collect),
    .number("votes", 0...20),
    example: ["votes": 3], note: "how many of one's votes may go to one issue or group; 0: all of them",
    undo: { before, _ in before.room.map { Opposite("votes.cap", ["votes": .int($0.cap ?? 0)]) } }
  ) { _, request, votes in
    (request.room.cap ?? 0) == votes ? .nothing : Decision(.room(.capSet(votes: votes)))
  }
}

extension LogFold {
  /// Numbered in the order of their random ids, so that a number does not tell when an issue was written. One that was
  /// erased has none.
  fileprivate func reveal() -> Fact {
    let ids = all(Issue.self).filter { $0.erased == nil }.map(\.id).sorted()
    return .room(.cardsRevealed(numbers: Dictionary(uniqueKeysWithValues: zip(ids, 1...))))
  }
}

extension Request {
  /// The room's own record. Only a room's acts ask for it, and they are decided in a founded room alone.
  var room: Room {
    guard case .room(let room)? = root else { preconditionFailure("not in a room") }
    return room
  }
}

extension LogFold {
  mutating func applyMove(to phase: Phase, _ step: Phase.Step?, _ event: Event) {
    let showedVotes = room?.phase.showsVotes ?? false
    if room?.phase != phase {
      clearReady()
      loseFocus()
    }
    revise(Room.self, "room") {
      $0.spend(until: event.at)
      ($0.phase, $0.step) = (phase, step)
      $0.closedAt = phase == .closed ? event.at : nil
    }
    tellProgress()
    guard phase.showsVotes != showedVotes else { return }
    if !phase.showsVotes { remove(Agenda.self, "agenda") }
    let totals = phase.showsVotes ? tallied : [:]
    for issue in all(Issue.self) {
      revise(Issue.self, issue.id) { $0.votes = phase.showsVotes ? totals[issue.id] ?? 0 : nil }
    }
    for group in all(Group.self) {
      // Where votes are cast a group of one is none.
      if !phase.showsVotes, group.issues.count < 2 { applyDissolution(of: group.id) }
      revise(Group.self, group.id) { $0.votes = phase.showsVotes ? totals[group.id] ?? 0 : nil }
    }
    tellHandVotes(phase.showsVotes)
  }

  /// An issue without a number was erased while its author alone saw it. It goes: that there was one would tell that
  /// its author leads, for only leads erase.
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
    giveBackWhatDoesNotFit()
  }

  mutating func applyCap(_ votes: Int) {
    revise(Room.self, "room") { $0.cap = votes == 0 ? nil : votes }
    giveBackWhatDoesNotFit()
  }

  var tallied: [String: Int] {
    var totals = all(Ballot.self).reduce(into: [:]) { totals, ballot in ballot.votes.add(to: &totals) }
    find(HandVotes.id, as: HandVotes.self)?.votes.add(to: &totals)
    return totals
  }
}
