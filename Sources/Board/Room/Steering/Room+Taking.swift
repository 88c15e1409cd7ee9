import Identity
import JSON

// A review does not wait for a facilitator who is gone.
extension Room {
  /// By one of the leads and operations while the facilitator is away; by whom it was taken from, at any time.
  static let take = Act(
    "facilitator.take", in: .room, zh: "接手主持", en: "Take over", by: [.lead, .role(.operations), .former],
    note:
      "while the facilitator has not been there for a minute, else `present`; who steered before takes it back at any time",
    asksPresence: true,
    undo: { before, _ in
      before.room.map { Opposite("facilitator.hand", ["member": .string($0.facilitator.description)]) }
    }
  ) { _, request in
    let (room, member) = (request.room, request.actor.member)
    if room.facilitator == member { return .nothing }
    if room.former != member, request.context.mayBePresent(room.facilitator) { throw Refusal(.present) }
    return Decision(.room(.facilitatorTaken(member: member)))
  }
}

extension LogFold {
  /// Whoever has it back leaves no former one behind. Of several who took it in turn the first is the one who may.
  mutating func applyTake(by member: Identifier) {
    revise(Room.self, "room") {
      let former = $0.former ?? $0.facilitator
      ($0.facilitator, $0.former) = (member, former == member ? nil : former)
    }
    passHandVotes(to: member)
  }
}
