public import Identity

// Of a channel's fold: what the next room is to hear.
extension LogFold {
  /// The actions of this channel that `room` asks for on that day, answered there or not, the oldest first. What was
  /// agreed in it, or in a room that was opened later, it does not ask for.
  public func actions(dueIn room: Identifier, openedAt: Int64, on day: Day) -> [Action] {
    all(Action.self).filter { $0.answer(in: room) != nil || isDue($0, in: room, openedAt: openedAt, on: day) }
      .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  private func isDue(_ action: Action, in room: Identifier, openedAt: Int64, on day: Day) -> Bool {
    guard action.state.isOpen, action.erased == nil, action.from?.room != room else { return false }
    if let from = action.from?.room, let made = find(from.description, as: ListedRoom.self), made.openedAt > openedAt {
      return false
    }
    switch action.due {
    case nil: return false
    case .next?: return true
    case .day(let due)?: return due <= day
    }
  }

  /// Every action of a channel, put away or not, in no order.
  public var actions: [Action] { all(Action.self) }
}
