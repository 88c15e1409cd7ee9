public import Identity
import JSON

// The time of a phase is started, held, prolonged and taken away by whoever steers. That it is over is said by the server:
// any node may say it, under an id that the run determines, so that it is said once.
extension PhaseTimer {
  static let acts = [begin, pause, extend, stop, restore, expire]
  private static let minute: Int64 = 60_000

  /// Takes the place of another.
  static let begin = Act(
    "timer.start", in: .room, zh: "开始计时", en: "Start timer", by: Room.steering, during: .through(.prepare, .solve),
    .number("minutes", 1...180),
    example: ["minutes": 10], note: "for the phase the room is in; one that is there is replaced",
    undo: asItWas
  ) { _, _, minutes in
    Decision(.room(.timerStarted(lasts: Int64(minutes) * minute)))
  }

  static let pause = Act(
    "timer.pause", in: .room, zh: "暂停计时", en: "Pause timer", by: Room.steering, during: .through(.prepare, .solve),
    .flag("paused"),
    example: ["paused": true], note: "false: it goes on", undo: asItWas
  ) { fold, request, isPaused in
    guard let timer = fold.timer, !timer.isOver, isPaused == (timer.left == nil) else { return .nothing }
    return Decision(.room(isPaused ? .timerPaused : .timerResumed))
  }

  /// Of one that has run out, from now on.
  static let extend = Act(
    "timer.extend", in: .room, zh: "加时", en: "Add time", by: Room.steering, during: .through(.prepare, .solve),
    .number("minutes", 1...60),
    example: ["minutes": 1], undo: asItWas
  ) { fold, _, minutes in
    guard let timer = fold.timer else { return .nothing }
    let more = Int64(minutes) * minute
    guard timer.lasts + more <= longest else { throw Refusal(.full, .limit(Int(longest / minute))) }
    return Decision(.room(.timerExtended(by: more)))
  }

  static let stop = Act(
    "timer.stop", in: .room, zh: "停掉计时", en: "Stop timer", by: Room.steering, during: .through(.prepare, .solve),
    undo: asItWas
  ) { fold, _ in
    fold.timer == nil ? .nothing : Decision(.room(.timerStopped))
  }

  static let expire = Act(
    "timer.expire", in: .room, by: [.server], .time("start"), .time("deadline"),
    note: "when a run is over; its id follows from the run, and any node may send it"
  ) { fold, request, start, deadline in
    guard let timer = fold.timer, timer.start == start, timer.deadline == deadline, !timer.isOver,
      request.context.now >= deadline
    else { return .nothing }
    return Decision(.room(.timerExpired(deadline: deadline)))
  }

  static let longest: Int64 = 600 * minute
}

extension LogFold {
  var timer: PhaseTimer? { only() }

  /// When the timer's run is over; nil where none runs. Every room is asked several times a second.
  public var runsOutAt: Int64? {
    guard kind == .room, let timer, !timer.isOver else { return nil }
    return timer.deadline
  }

  /// What says that the timer's run is over, and from when on that may be said; nil where none runs. Whichever node sends
  /// it, it is the same command.
  public var expiry: (at: Int64, command: Command, member: Identifier)? {
    guard let deadline = runsOutAt, let timer, let room else { return nil }
    let command = Command(
      id: log.derived(step: 26, "\(timer.start) \(deadline)"), log: log, op: "timer.expire",
      args: ["start": .time(timer.start), "deadline": .time(deadline)])
    return (deadline, command, room.facilitator)
  }

  // MARK: What each changes

  mutating func applyTimerStart(lasts: Int64, _ event: Event) {
    guard let room else { return }
    put(
      PhaseTimer(
        phase: room.phase, start: event.at, lasts: lasts, deadline: event.at + lasts, left: nil, isOver: false))
  }

  mutating func applyTimerPause(_ event: Event) {
    revise(PhaseTimer.self, "timer") {
      $0.left = max(0, ($0.deadline ?? event.at) - event.at)
      $0.deadline = nil
    }
  }

  mutating func applyTimerResumption(_ event: Event) {
    revise(PhaseTimer.self, "timer") {
      $0.deadline = event.at + ($0.left ?? 0)
      $0.left = nil
    }
  }

  mutating func applyTimerExtension(by more: Int64, _ event: Event) {
    revise(PhaseTimer.self, "timer") {
      $0.lasts += more
      $0.isOver = false
      if let left = $0.left {
        $0.left = left + more
      } else {
        $0.deadline = max($0.deadline ?? event.at, event.at) + more
      }
    }
  }
}
