import Identity
import JSON

// Commands on the show itself.
extension LogFold {
  /// Server: `organisation`, `channel`, `title`, `startsAt`, `endsAt?` as planned, `start?`, `end?` when real times are
  /// known.
  func foundShow(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let show = Show(
      organisation: try args.identifier("organisation"), channel: try args.id("channel"),
      title: try args.text("title", 1...60), plannedStart: try args.time("startsAt"),
      plannedEnd: try args.optionalTime("endsAt"), start: try args.optionalTime("start"),
      end: try args.optionalTime("end"))
    try args.end()
    return self.show == nil ? Decision(.showFounded(show: show)) : .nothing
  }

  /// The plan and the real times, as they should have been. Tells the directory too, which lists the show by its plan.
  func planShow(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    var planned = show
    planned.title = try args.optionalText("title", 1...60) ?? show.title
    planned.plannedStart = try args.optionalTime("startsAt") ?? show.plannedStart
    planned.plannedEnd = try args.editedTime("endsAt", was: show.plannedEnd)
    planned.start = try args.editedTime("start", was: show.start)
    planned.end = try args.editedTime("end", was: show.end)
    try args.end()
    try checkOrder(planned.plannedStart, planned.plannedEnd)
    try checkTimes(of: planned, since: show, request)
    var decision = Decision.nothing
    if planned.isPlanned(otherwiseThan: show) {
      decision.facts.append(
        .showPlanned(title: planned.title, startsAt: planned.plannedStart, endsAt: planned.plannedEnd))
      decision.pending.append(request.amendment(of: log, to: planned))
    }
    if planned.start != show.start || planned.end != show.end {
      decision.facts.append(.showTimed(start: planned.start, end: planned.end))
    }
    decision.pending += request.shifts(of: log, from: show, to: planned)
    return decision
  }

  /// Real times that change are not in the future, and the end comes after the start.
  private func checkTimes(of show: Show, since before: Show, _ request: Request) throws(Refusal) {
    guard show.start != before.start || show.end != before.end else { return }
    for (field, time) in [("start", show.start), ("end", show.end)] {
      if let time, time > request.context.now + Limits.future { throw .invalid(field, .outOfRange) }
    }
    try checkOrder(show.origin, show.end, "end")
  }

  /// A start already known is corrected by one that is given, not moved by a second tap, and taken back by an empty one.
  func startShow(_ request: Request) throws -> Decision {
    let show = try founded()
    var started = show
    started.start = try timeGiven(request, was: show.start)
    guard started.start != show.start else { return .nothing }
    let fact: Fact
    if let start = started.start {
      if let end = show.end, start >= end { throw Refusal.invalid("at", .outOfRange) }
      fact = .showStarted(at: start)
    } else {
      if show.end != nil { throw Refusal.invalid("at", .invalid) }
      fact = .showTimed(start: nil, end: nil)
    }
    return Decision(facts: [fact], pending: request.shifts(of: log, from: show, to: started))
  }

  func endShow(_ request: Request) throws -> Decision {
    let show = try founded()
    let end = try timeGiven(request, was: show.end)
    guard end != show.end else { return .nothing }
    guard let end else { return Decision(.showTimed(start: show.start, end: nil)) }
    guard end > show.origin else { throw Refusal.invalid("at", .outOfRange) }
    return Decision(.showEnded(at: end))
  }

  /// `at`; without it the time that is known, or when the command happened; nil for an empty one.
  private func timeGiven(_ request: Request, was known: Int64?) throws -> Int64? {
    var args = try request.arguments()
    let isGiven = args.json("at") != nil
    let at = try args.editedTime("at", was: nil)
    try args.end()
    guard let at else { return isGiven ? nil : try known ?? happened(request) }
    guard try bounds(request).contains(at) else { throw Refusal.invalid("at", .outOfRange) }
    return at
  }
}

extension Request {
  fileprivate func amendment(of show: Identifier, to planned: Show) -> PendingAct {
    var amended = JSONObject()
    amended["show"] = .string(show.description)
    amended["title"] = .string(planned.title)
    amended["startsAt"] = .int(Int(planned.plannedStart))
    amended["endsAt"] = planned.plannedEnd.map { .int(Int($0)) }
    return act(in: planned.organisation, .directory, "show.amend", .object(amended))
  }

  /// What follows in the rooms that review the show, and in the playbook, when its start moves.
  func shifts(of log: Identifier, from show: Show, to corrected: Show) -> [PendingAct] {
    let seconds = show.shift(to: corrected)
    guard seconds != 0 else { return [] }
    let rooms = context.others[show.organisation]?.all(ListedRoom.self).filter { $0.shows.contains(log) } ?? []
    let targets = rooms.map(\.log).sorted().prefix(200).map { ($0, LogKind.room, "issues.shift") }
    let playbook = (LogFold.playbook(of: show.organisation), LogKind.playbook, "evidence.shift")
    return (targets + [playbook]).enumerated().map { index, target in
      PendingAct(
        id: command.id.derived(step: UInt8(10 + index)), target: target.0, targetKind: target.1, op: target.2,
        args: ["show": .string(log.description), "by": .int(seconds)], member: actor.member, settle: nil)
    }
  }
}

extension Show {
  fileprivate func isPlanned(otherwiseThan other: Show) -> Bool {
    title != other.title || plannedStart != other.plannedStart || plannedEnd != other.plannedEnd
  }

  /// By how much what is told in seconds from this show's start moves when it is told from the other's.
  fileprivate func shift(to other: Show) -> Int { Int((Double(origin - other.origin) / 1000).rounded()) }
}

// The show's clock.
extension LogFold {
  /// When what the command tells happened: as the client says, within reason, else now.
  func happened(_ request: Request) throws -> Int64 {
    guard let at = request.command.occurredAt else { return request.context.now }
    let bounds = try bounds(request)
    return min(max(at, bounds.lowerBound), bounds.upperBound)
  }

  /// The same, or the offset given, as seconds from the show's start.
  func offset(_ given: Int?, _ request: Request) throws -> Int {
    let show = try founded()
    return try given ?? show.offset(of: happened(request))
  }

  func founded() throws(Refusal) -> Show {
    guard let show else { throw .notFound }
    return show
  }

  private func bounds(_ request: Request) throws(Refusal) -> ClosedRange<Int64> {
    let latest = request.context.now + Limits.future
    return min(try founded().plannedStart - Limits.beforeShow, latest)...latest
  }

  /// Changes the show. When that moves its start, what is told in seconds from it moves along: it happened when it
  /// happened.
  mutating func reviseShow(_ change: (inout Show) -> Void) {
    guard let before = show else { return }
    revise(Show.self, "show", change)
    guard let after = show, after.origin != before.origin else { return }
    let shift = before.shift(to: after)
    for marker in all(Marker.self) { revise(Marker.self, marker.id) { $0.offset += shift } }
    for question in all(Question.self) { revise(Question.self, question.id) { $0.offset += shift } }
    for series in all(Series.self) {
      revise(Series.self, series.id) {
        for index in $0.peaks.indices { $0.peaks[index].offset += shift }
        for index in $0.troughs.indices { $0.troughs[index].offset += shift }
      }
    }
  }
}
