import Identity
import JSON

// A room begins with what the last ones agreed: it goes on once each action that is due is answered, or put off.
extension Deferral {
  static let acts = [put]

  /// Of those that are not asked for, nothing is said.
  static let put = Act(
    "action.defer", in: .room, zh: "待办以后再答", en: "Answer later", by: Room.steering, during: .through(.prepare, .solve),
    .records("actions", .action, 1...Deferral.most),
    example: ["actions": ["none"]], note: "of the logs of its channels; once more at closing",
    needsHere: { fold, _, directory in fold.channelLogs(of: directory()) },
    final: "the action is answered at any time all the same"
  ) { fold, request, ids in
    let asked = Set(request.room.phase == .prepare ? fold.unanswered(request) : fold.unansweredAtClosing(request))
    let put = ids.filter(asked.contains)
    return put.isEmpty ? .nothing : Decision(.room(.actionsDeferred(actions: put)))
  }

  static let most = 200
}

extension LogFold {
  /// The directory, and the logs of the channels of this room's shows.
  func channelLogs(of directory: LogFold) -> [Identifier] {
    let channels = (room?.shows ?? []).compactMap { directory.find($0.description, as: ListedShow.self)?.channel }
    return [directory.log] + Set(channels).sorted().map(directory.channelLog)
  }

  /// Refuses a room that would go on, or close, while an action is unanswered.
  func checkAnswered(moving phase: Phase, _ request: Request) throws(Refusal) {
    var missing: [String] = []
    if request.room.phase == .prepare, phase != .prepare { missing = unanswered(request) }
    if phase == .closed { missing += unansweredAtClosing(request).filter { !missing.contains($0) } }
    guard missing.isEmpty else { throw Refusal(.unanswered, .records(missing)) }
  }

  /// Those that are due in this room, and neither answered in it nor put off; the oldest first.
  fileprivate func unanswered(_ request: Request) -> [String] {
    let (room, log) = (request.room, self.log)
    let due = request.channels.flatMap {
      $0.actions(dueIn: log, openedAt: room.openedAt, on: Day(at: request.context.now))
    }
    return due.filter { $0.answer(in: log) == nil && find($0.id, as: Deferral.self) == nil }.map(\.id)
  }

  /// Those that were due when the room was opened and whose answer was taken back, and those that were put off and that
  /// nobody has answered or settled since.
  fileprivate func unansweredAtClosing(_ request: Request) -> [String] {
    let (room, log) = (request.room, self.log)
    let due = request.channels.flatMap {
      $0.actions(dueIn: log, openedAt: room.openedAt, on: Day(at: room.openedAt))
    }
    let takenBack = due.filter {
      $0.at < room.openedAt && $0.answer(in: log) == nil && find($0.id, as: Deferral.self) == nil
    }
    return (takenBack.map(\.id) + putOff(request)).sorted()
  }

  private func putOff(_ request: Request) -> [String] {
    all(Deferral.self).filter { deferral in
      !deferral.isFinal
        && request.channels.contains { channel in
          guard let action = channel.find(deferral.id, as: Action.self) else { return false }
          return action.state.isOpen && action.answer(in: log) == nil
        }
    }
    .map(\.id)
  }

  mutating func applyDeferral(of actions: [String], _ event: Event) {
    let isFinal = room?.phase != .prepare
    for id in actions { put(Deferral(id: id, by: event.by, at: event.at, isFinal: isFinal)) }
  }
}

extension Request {
  fileprivate var channels: [LogFold] {
    context.others.values.filter { $0.kind == .channel }.sorted { $0.log < $1.log }
  }
}
