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
  /// As it stood after every so many events, from the first on, so that a stop is folded from the one before it.
  private let kept: [LogFold]
  private let stride: Int

  /// Folds that are kept at most. They share what did not change between them.
  private static let mostKept = 24

  /// `events`: all of them, in order.
  public init(log: Identifier, events: [Event]) {
    self.log = log
    self.events = events
    stride = max(32, (events.count + Self.mostKept - 1) / Self.mostKept)
    var fold = LogFold(log: log, kind: .room)
    var kept: [LogFold] = []
    for (n, event) in events.enumerated() {
      if n.isMultiple(of: stride) { kept.append(fold) }
      _ = fold.apply(event)
    }
    now = fold
    self.kept = kept
    turned = events.first { $0.facts.contains(where: \.turnsCards) }?.seq
  }

  /// The event that it ends with.
  public var last: Event? { events.last }

  /// As it stood after its first `count` events.
  func fold(after count: Int) -> LogFold {
    if count >= events.count { return now }
    guard count > 0 else { return LogFold(log: log, kind: .room) }
    let nearest = count / stride
    var fold = kept[nearest]
    for event in events[nearest * stride..<count] { _ = fold.apply(event) }
    return fold
  }
}

extension Fact {
  var turnsCards: Bool { if case .room(.cardsRevealed) = self { true } else { false } }
}

extension RoomHistory {
  /// The record as it may be told now: what was withdrawn or dropped is in nobody's.
  func stands(_ key: RecordKey, for viewer: Viewer) -> Bool { now[key]?.isVisible(to: viewer) ?? false }
}
