import JSON

// How long each phase is meant to take. What nobody has said is as the page suggests it.
extension Room {
  static let setMinutes = Act(
    "phase.plan", in: .room, zh: "改时长", en: "Plan minutes", by: steering, during: .through(.prepare, .solve),
    .word("phase", Phase.self), .edited(.number("minutes", 1...180)),
    example: ["phase": "collect", "minutes": 20], note: "empty: as it is suggested",
    undo: { before, event in
      guard case .room(.minutesPlanned(let phase, _))? = event.facts.first else { return nil }
      let minutes = before.room?.minutes[phase.rawValue]
      return Opposite("phase.plan", ["phase": .word(phase), "minutes": .clearing(minutes)])
    }
  ) { _, request, phase, minutes in
    let planned = request.room.minutes[phase.rawValue]
    let wanted = minutes.applied(to: planned)
    return wanted == planned ? .nothing : Decision(.room(.minutesPlanned(phase: phase, minutes: wanted)))
  }
}
