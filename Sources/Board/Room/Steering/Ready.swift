public import Identity
import JSON

/// A member's mark that they are done with what the phase asks of them. It goes when the phase moves.
public struct Ready: Sendable, Equatable, Codable {
  public let member: Identifier
}

extension Ready: Recorded {
  static var kind: RecordKind { .ready }
  static let told = "`id (= member)`; gone when the phase moves"
  public var id: String { member.description }
  var record: Record { .ready(self) }

  init?(_ record: Record) {
    guard case .ready(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) { json.member("id", id) }
}

extension Ready {
  static let acts = [set]

  static let set = Act(
    "ready.set", in: .room, zh: "我好了", en: "Ready", by: [.everyone], during: .through(.prepare, .solve), .flag("ready"),
    example: ["ready": true],
    undo: { _, event in
      guard case .room(let fact)? = event.facts.first else { return nil }
      return Opposite("ready.set", ["ready": .bool(fact == .readyTakenBack)])
    }
  ) { fold, request, isReady in
    let wasReady = fold.find(request.actor.member.description, as: Ready.self) != nil
    return wasReady == isReady ? .nothing : Decision(.room(isReady ? .readySaid : .readyTakenBack))
  }
}

extension LogFold {
  mutating func clearReady() { for ready in all(Ready.self) { remove(Ready.self, ready.id) } }
}
