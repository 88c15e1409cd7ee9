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

  /// Tells the directory too, which lists the show by its plan.
  func planShow(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    let title = try args.optionalText("title", 1...60) ?? show.title
    let startsAt = try args.optionalTime("startsAt") ?? show.plannedStart
    let endsAt = try args.editedTime("endsAt", was: show.plannedEnd)
    try args.end()
    try checkOrder(startsAt, endsAt)
    if title == show.title, startsAt == show.plannedStart, endsAt == show.plannedEnd {
      return .nothing
    }
    var amended = JSONObject()
    amended["show"] = .string(log.description)
    amended["title"] = .string(title)
    amended["startsAt"] = .int(Int(startsAt))
    amended["endsAt"] = endsAt.map { .int(Int($0)) }
    return Decision(
      facts: [.showPlanned(title: title, startsAt: startsAt, endsAt: endsAt)],
      pending: [request.act(in: show.organisation, .directory, "show.amend", .object(amended))])
  }

  /// A start already known is corrected by one that is given, and not moved by a second tap.
  func startShow(_ request: Request) throws -> Decision {
    let show = try founded()
    guard let at = try timeGiven(request, unless: show.start != nil), at != show.start else {
      return .nothing
    }
    if let end = show.end, at >= end { throw Refusal.invalid("at", .outOfRange) }
    return Decision(.showStarted(at: at))
  }

  func endShow(_ request: Request) throws -> Decision {
    let show = try founded()
    guard let at = try timeGiven(request, unless: show.end != nil), at != show.end else {
      return .nothing
    }
    guard at > show.origin else { throw Refusal.invalid("at", .outOfRange) }
    return Decision(.showEnded(at: at))
  }

  /// `at`, or when the command happened; nil when the time is known and none is given.
  private func timeGiven(_ request: Request, unless isKnown: Bool) throws -> Int64? {
    var args = try request.arguments()
    let at = try args.optionalTime("at")
    try args.end()
    guard let at else { return isKnown ? nil : try happened(request) }
    guard try bounds(request).contains(at) else { throw Refusal.invalid("at", .outOfRange) }
    return at
  }
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
    let shift = Int((Double(before.origin - after.origin) / 1000).rounded())
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
