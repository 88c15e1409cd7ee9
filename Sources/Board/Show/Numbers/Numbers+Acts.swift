import Identity
import JSON

// How a show's numbers come in.
extension Numbers {
  static let acts: [Act] = [take, `import`]
  static let takers: [Who] = [.lead, .role(.operations), .role(.backstage)]
  private static let label = Argument.text("label", 1...40)

  static let take = Act(
    "snapshot.take", in: .show, zh: "填数据", en: "Numbers", by: takers, .numbers("values"), .optional(label),
    example: ["values": ["gmv": 1]]
  ) { fold, request, values, label in
    Decision(try fold.taking(.typed, values, label, request))
  }

  /// Where the file tells the show's real times, they are believed when none are known, and kept in mind all the same:
  /// they are offered while they contradict those that are known. The same numbers again are no news, whatever has been
  /// typed in between.
  static let `import` = Act(
    "snapshot.import", in: .show, by: [.server], bringing: takers,
    .word("source", Source.self), .numbers("values"), .optional(label), .optional(.time("start")),
    .optional(.time("end")),
    example: ["source": "summary", "values": ["gmv": 1]],
    needs: { _, directory in [directory().log] }
  ) { fold, request, source, values, label, start, end in
    let show = request.show
    var facts: [Fact] = []
    if show.start == nil, let start { facts.append(.show(.showStarted(at: start))) }
    if show.end == nil, let end, end > start ?? show.origin { facts.append(.show(.showEnded(at: end))) }
    let told = Show.Times(start: start, end: end)
    if show.told != told, start != nil || end != nil { facts.append(.show(.showTold(times: told))) }
    if fold.newestNumbers(of: source)?.values != values {
      facts.append(try fold.taking(source, values, label, request))
    }
    var started = show
    started.start = show.start ?? start
    return Decision(facts: facts, pending: request.shifts(of: fold.log, from: show, to: started))
  }
}

extension LogFold {
  /// The last one from there.
  fileprivate func newestNumbers(of source: Numbers.Source) -> Numbers? {
    all(Numbers.self).filter { $0.source == source }.max { $0.seq < $1.seq }
  }

  fileprivate func taking(
    _ source: Numbers.Source, _ values: [String: Double], _ label: String?, _ request: Request
  ) throws(Refusal) -> Fact {
    try checkRoom(for: .snapshot, limit: Bounds.snapshots)
    let numbers = Numbers(
      id: request.newID(), source: source, label: label, at: request.context.now, by: request.actor.member,
      values: values, seq: request.context.seq)
    return .show(.snapshotTaken(snapshot: numbers))
  }
}
