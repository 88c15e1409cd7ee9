import Identity
import JSON

// Commands on goals and snapshots.
extension LogFold {
  func setGoal(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let goal = try Goal(from: &args)
    try args.end()
    if find(goal.metric, as: Goal.self) == goal { return .nothing }
    return Decision(.goalSet(goal: goal))
  }

  func clearGoal(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let metric = try args.metric("metric")
    try args.end()
    guard find(metric, as: Goal.self) != nil else { throw Refusal.notFound }
    return Decision(.goalCleared(metric: metric))
  }

  /// Server, for whoever imports: `goals`: a list of `{metric, value, basis?}`.
  func importGoals(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    var facts: [Fact] = []
    for var item in try args.objects("goals", 1...Limits.metrics) {
      let goal = try Goal(from: &item)
      try item.end()
      if find(goal.metric, as: Goal.self) != goal { facts.append(.goalSet(goal: goal)) }
    }
    try args.end()
    return Decision(facts: facts)
  }

  func takeSnapshot(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let snapshot = try newSnapshot(.typed, &args, request)
    try args.end()
    return Decision(.snapshotTaken(snapshot: snapshot))
  }

  /// Server, for whoever imports: `source` (`summary` or `list`), `values`, `label?`, and `start?`, `end?` where the
  /// file tells the show's real times, which are believed when none are known, and kept in mind all the same: they are
  /// offered while they contradict those that are known. The same numbers again are no news,
  /// whatever has been typed in between.
  func importSnapshot(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    let source = try args.oneOf("source", as: Snapshot.Source.self)
    let start = try args.optionalTime("start")
    let end = try args.optionalTime("end")
    var facts: [Fact] = []
    if show.start == nil, let start { facts.append(.showStarted(at: start)) }
    if show.end == nil, let end, end > start ?? show.origin { facts.append(.showEnded(at: end)) }
    let told = Show.Times(start: start, end: end)
    if show.told != told, start != nil || end != nil { facts.append(.showTold(times: told)) }
    let known = newestSnapshot(of: source)?.values
    let snapshot = try newSnapshot(source, &args, request, isNews: { $0 != known })
    try args.end()
    if snapshot.values != known { facts.append(.snapshotTaken(snapshot: snapshot)) }
    var started = show
    started.start = show.start ?? start
    return Decision(facts: facts, pending: request.shifts(of: log, from: show, to: started))
  }

  /// The last one from there.
  private func newestSnapshot(of source: Snapshot.Source) -> Snapshot? {
    all(Snapshot.self).filter { $0.source == source }.max { $0.seq < $1.seq }
  }

  private func newSnapshot(
    _ source: Snapshot.Source, _ args: inout Arguments, _ request: Request,
    isNews: ([String: Double]) -> Bool = { _ in true }
  ) throws -> Snapshot {
    let label = try args.optionalText("label", 1...40)
    let values = try args.metricValues("values")
    if isNews(values) { try checkRoom(for: .snapshot, limit: Limits.snapshots) }
    return Snapshot(
      id: request.newID(), source: source, label: label, at: request.context.now,
      by: request.actor.member,
      values: values, seq: request.context.seq)
  }
}

extension Goal {
  fileprivate init(from args: inout Arguments) throws {
    metric = try args.metric("metric")
    value = try args.double("value", Limits.values)
    basis = try args.optionalText("basis", 1...60)
  }
}
