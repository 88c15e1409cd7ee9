public import Identity

/// A room's events from the first one on, to be looked back at. Made aside from the loop, of what is stored: words that
/// were erased are not in it.
public struct RoomHistory: Sendable {
  let log: Identifier
  let events: [Event]
  /// As it is now. What may be told of before is judged by this: secrecy as it is now.
  public let now: LogFold
  /// The event that turned the cards.
  let turned: Int64?

  /// `events`: all of them, in order.
  public init(log: Identifier, events: [Event]) {
    self.log = log
    self.events = events
    var fold = LogFold(log: log, kind: .room)
    for event in events { _ = fold.apply(event) }
    now = fold
    turned = events.first { $0.facts.contains(where: \.turnsCards) }?.seq
  }
}

extension Fact {
  var turnsCards: Bool { if case .room(.cardsRevealed) = self { true } else { false } }
}

extension RoomHistory {
  /// The record as it may be told now: what was withdrawn or dropped is in nobody's.
  func stands(_ key: RecordKey, for viewer: Viewer) -> Bool { now[key]?.isVisible(to: viewer) ?? false }
}
