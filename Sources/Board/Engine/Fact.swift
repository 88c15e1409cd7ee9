import JSON

/// What happened, in the past tense; an event's body is one or more. Each kind of log has facts of its own, in its own
/// folder. This is any of them, as the engine passes it on: a pointer. Who and when stand in the event's row, words
/// that must be erasable beside it.
public enum Fact: Sendable, Equatable {
  case directory(DirectoryFact)
  case channel(ChannelFact)
  case show(ShowFact)
  case room(RoomFact)
  case playbook(PlaybookFact)
}

/// What the facts of each kind of log say of themselves.
protocol KindFact: Sendable, Equatable, Codable {
  /// With which layout this fact came, as it is written now.
  var since: Int { get }
  /// Whether nobody may see any more what this log said before. A new fact is to say which it is.
  var erasesWords: Bool { get }
  var naming: Naming { get }
  /// Whether the rest of its event does without it: left out while an older node could not read it.
  var isDispensable: Bool { get }
  /// The same JSON as the `Codable` conformance describes. What happens hundreds of times an evening is written member
  /// by member, at a tenth of what a walk through `Encodable`'s containers costs; the rest takes the walk.
  func write(into json: inout JSONWriter) throws
}

extension KindFact {
  var since: Int { 1 }
  var naming: Naming { .withheld }
  var isDispensable: Bool { false }

  func write(into json: inout JSONWriter) throws { try json.encode(self) }
}

/// Whether others are told who is behind a fact. That they are not is the rule: whoever may be named is said to.
enum Naming: Sendable {
  case told
  /// Where it changed an anonymous issue.
  case withheldOfAnonymousIssues
  case withheld
}

extension Fact {
  public var erasesWords: Bool {
    switch self {
    case .directory(let fact): fact.erasesWords
    case .channel(let fact): fact.erasesWords
    case .show(let fact): fact.erasesWords
    case .room(let fact): fact.erasesWords
    case .playbook(let fact): fact.erasesWords
    }
  }

  /// Whether it may be stored where facts up to this layout are read.
  public func isReadable(by layout: Int) -> Bool { since <= layout }

  public var isDispensable: Bool { if case .room(let fact) = self { fact.isDispensable } else { false } }

  var naming: Naming {
    switch self {
    case .directory(let fact): fact.naming
    case .channel(let fact): fact.naming
    case .show(let fact): fact.naming
    case .room(let fact): fact.naming
    case .playbook(let fact): fact.naming
    }
  }
}
