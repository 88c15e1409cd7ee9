import JSON

/// What of a room is steered by one act after the other. Somebody who takes back what they did must not take back what
/// another has done with it since.
enum Helm: String, CodingKeyRepresentable, Codable, CaseIterable {
  case phase, facilitator, votes, cap, minutes, timer

  init?(_ fact: RoomFact) {
    switch fact {
    case .phaseMoved: self = .phase
    case .facilitatorHanded, .facilitatorTaken: self = .facilitator
    case .budgetSet: self = .votes
    case .capSet: self = .cap
    case .minutesPlanned: self = .minutes
    case .timerStarted, .timerPaused, .timerResumed, .timerExtended, .timerStopped, .timerRestored, .timerExpired:
      self = .timer
    default: return nil
    }
  }
}

extension LogFold {
  /// To be called behind each fact of a room.
  mutating func noteSteering(_ fact: RoomFact, at seq: Int64) {
    guard let helm = Helm(fact) else { return }
    revise(Room.self, "room") { $0.steered = ($0.steered ?? [:]).merging([helm: seq]) { $1 } }
  }
}

extension Request {
  /// A command with `on` that steers what somebody else has steered since is refused with the room as it is.
  func checkSteering(_ decision: Decision) throws(Refusal) {
    guard let on = command.on, case .room(let room)? = root, let steered = room.steered else { return }
    for case .room(let fact) in decision.facts {
      guard let helm = Helm(fact), let last = steered[helm], last > on else { continue }
      throw overtaken(by: room)
    }
  }
}
