import JSON

// What differs from one kind of log to the next: each has its part in its own folder.

extension LogFold {
  mutating func apply(_ fact: Fact, of event: Event) {
    switch fact {
    case .directory(let fact): apply(fact, of: event)
    case .channel(let fact): apply(fact, of: event)
    case .show(let fact): apply(fact, of: event)
    case .room(let fact): apply(fact, of: event)
    case .playbook(let fact): apply(fact, of: event)
    }
  }

  /// The small JSON beside the log row: what lists, carry-over and comparison read instead of the events. Nothing
  /// secret is in it: every member of the organisation may read it.
  public func summary() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      switch kind {
      case .directory: summariseDirectory(into: &json)
      case .channel: summariseChannel(into: &json)
      case .show: summariseShow(into: &json)
      case .room: summariseRoom(into: &json)
      case .playbook: summarisePlaybook(into: &json)
      }
    }
    return json.bytes
  }

  /// The record with which the log was founded, and which is there for good.
  var root: Record? {
    switch kind {
    case .directory: shelves.first(.organisation)
    case .show: shelves.first(.show)
    case .room: shelves.first(.room)
    case .channel, .playbook: nil
    }
  }
}

extension LogKind {
  /// Whether a log begins with its founding; else it is simply there.
  var isFounded: Bool {
    switch self {
    case .directory, .show, .room: true
    case .channel, .playbook: false
    }
  }
}
