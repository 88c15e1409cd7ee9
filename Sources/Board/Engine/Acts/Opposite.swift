public import JSON

/// A command that takes another back.
public struct Opposite: Sendable, Equatable {
  public let op: String
  public let args: JSON

  init(_ op: String, _ args: JSON) {
    self.op = op
    self.args = args
  }
}

extension LogFold {
  /// What takes back the command of which `event` is made, asked before the event is applied; nil where nothing does. An
  /// edit that takes an edit back is made `on` the event.
  public func opposite(of event: Event) -> Opposite? { Act.of(event.op, in: kind)?.undo?(self, event) }
}
