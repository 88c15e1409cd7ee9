import Identity
import JSON

// Whatever was done to the timer is taken back by saying how it stood before.
extension PhaseTimer {
  private static let lengths = 1...Int(longest)

  /// A run of its own, from now: its expiry is named by it. One that has run out meanwhile has run out, and nobody is told
  /// so once more.
  static let restore = Act(
    "timer.restore", in: .room, zh: "恢复计时", en: "Bring timer back", by: Room.steering,
    during: .through(.prepare, .solve),
    .word("phase", Phase.self), .number("lasts", lengths), .optional(.time("deadline")),
    .optional(.number("left", 0...Int(longest))), .optional(.flag("over"), or: false),
    example: ["phase": "collect", "lasts": 600_000, "left": 60_000],
    note: "what takes the timer’s other commands back: how it stood; either `deadline` or `left`",
    undo: asItWas
  ) { fold, request, phase, lasts, deadline, left, isOver in
    guard (deadline == nil) != (left == nil) else { throw Refusal.invalid("deadline", .invalid) }
    let now = request.context.now
    if let deadline, deadline > now + longest { throw Refusal.invalid("deadline", .outOfRange) }
    let timer = PhaseTimer(
      phase: phase, start: now, lasts: Int64(lasts), deadline: deadline, left: left.map(Int64.init),
      isOver: isOver || deadline.map { $0 <= now } ?? false)
    return fold.timer == timer ? .nothing : Decision(.room(.timerRestored(timer: timer)))
  }

  static let asItWas: Act.Undo = { before, _ in
    guard let timer = before.timer else { return Opposite("timer.stop", [:]) }
    var args = JSONObject()
    args["phase"] = .word(timer.phase)
    args["lasts"] = .int(Int(timer.lasts))
    args["deadline"] = timer.deadline.map(JSON.time)
    args["left"] = timer.left.map { .int(Int($0)) }
    if timer.isOver { args["over"] = true }
    return Opposite("timer.restore", .object(args))
  }
}
