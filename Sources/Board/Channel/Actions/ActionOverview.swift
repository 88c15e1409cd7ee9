public import JSON

/// How the actions of a channel fare, for whoever leads over channels.
public struct ActionOverview: Sendable, Equatable {
  /// Asked for by a room that has begun, or on a day that has come, and still open.
  public private(set) var late = 0
  public private(set) var doing = 0
  /// Of the newest twenty that were agreed.
  public private(set) var done = 0
  public private(set) var dropped = 0
  public private(set) var open = 0
  /// By week, the oldest first: of those agreed in it, how many are settled or late, and how many are done. What is open
  /// and not yet asked for says nothing of how the channel fares.
  public private(set) var weeks = Array(repeating: Week(), count: Self.weeksTold)

  public struct Week: Sendable, Equatable {
    public var agreed = 0
    public var done = 0
  }

  static let weeksTold = 8
  static let newest = 20
  private static let week: Int64 = 7 * 86_400_000

  public init(of actions: [Action], at now: Int64) {
    let today = Day(at: now)
    late = actions.count { $0.isLate(on: today) }
    doing = actions.count { $0.state == .doing }
    for action in actions.sorted(by: { ($0.at, $0.id) > ($1.at, $1.id) }).prefix(Self.newest) {
      switch action.state {
      case .done: done += 1
      case .dropped: dropped += 1
      case .todo, .doing: open += 1
      }
    }
    for action in actions where action.at <= now && (!action.state.isOpen || action.isLate(on: today)) {
      let ago = Int((now - action.at) / Self.week)
      guard ago < Self.weeksTold else { continue }
      weeks[Self.weeksTold - 1 - ago].agreed += 1
      if action.state == .done { weeks[Self.weeksTold - 1 - ago].done += 1 }
    }
  }

  public func write(into json: inout JSONWriter) {
    json.member("late", late)
    json.member("doing", doing)
    json.object("newest") { json in
      json.member("done", done)
      json.member("dropped", dropped)
      json.member("open", open)
    }
    json.array("weeks") { json in
      for week in weeks {
        json.object { json in
          json.member("agreed", week.agreed)
          json.member("done", week.done)
        }
      }
    }
  }
}

extension Action {
  /// Whether it should have been done: its day is over, or a room heard that it is not.
  public func isLate(on today: Day) -> Bool {
    guard state.isOpen, erased == nil else { return false }
    if case .day(let day)? = due, day < today { return true }
    return due == .next && missed > 0
  }
}
