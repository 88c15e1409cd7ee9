import Identity
import JSON

// How a show's numbers come in.
extension Numbers {
  static let acts: [Act] = [take, `import`, withdraw, restore]
  static let takers: [Who] = [.lead, .role(.operations), .role(.backstage)]
  private static let label = Argument.text("label", 1...40)

  static let take = Act(
    "snapshot.take", in: .show, zh: "填数据", en: "Numbers", by: takers, .numbers("values"), .optional(label),
    example: ["values": ["gmv": 1]],
    final: "numbers are withdrawn, and stay in the list as such"
  ) { fold, request, values, label in
    Decision(try fold.taking(.typed, values, label, request))
  }

  /// Where the file tells the show's real times, they are believed when none are known, and kept in mind all the same:
  /// they are offered while they contradict those that are known. The same numbers again are no news, whatever has been
  /// typed in between, unless another file says them: it still does when the first is taken back.
  static let `import` = Act(
    "snapshot.import", in: .show, by: [.server], bringing: takers,
    .word("source", Source.self), .numbers("values"), .optional(label), .optional(.time("start")),
    .optional(.time("end")), .optional(.name("file")),
    example: ["source": "summary", "values": ["gmv": 1]],
    needs: { _, directory in [directory().log] }
  ) { fold, request, source, values, label, start, end, file in
    try fold.checkFile(file)
    let show = request.show
    var facts: [Fact] = []
    if show.start == nil, let start { facts.append(.show(.showStarted(at: start))) }
    if show.end == nil, let end, end > start ?? show.origin { facts.append(.show(.showEnded(at: end))) }
    let told = Show.Times(start: start, end: end)
    if show.told != told, start != nil || end != nil { facts.append(.show(.showTold(times: told))) }
    let isToldAnew = (start != nil || end != nil) && file.flatMap { fold.find($0, as: ImportedFile.self) }?.told != told
    if let file, isToldAnew || !facts.isEmpty {
      let timed = Show.Times(start: show.start == nil ? start : nil, end: show.end == nil ? end : nil)
      facts.append(.show(.fileTold(file: file, times: told, timed: timed)))
    }
    let newest = fold.newestNumbers(of: source)
    if newest?.values != values || file != nil && newest?.file != file {
      facts.append(try fold.taking(source, values, label, of: file, request))
    }
    var started = show
    started.start = show.start ?? start
    return Decision(facts: facts, pending: request.shifts(of: fold.log, from: show, to: started))
  }

  /// The wrong file, or a slip of the finger: of each metric the newest of the others counts again.
  static let withdraw = Act(
    "snapshot.withdraw", in: .show, zh: "撤回数据", en: "Take numbers back", by: takers, .record("snapshot", .snapshot),
    undo: { _, event in
      guard case .show(.snapshotWithdrawn(let id))? = event.facts.first else { return nil }
      return Opposite("snapshot.restore", ["snapshot": .string(id)])
    }
  ) { fold, _, id in
    guard let numbers = fold.find(id, as: Numbers.self) else { throw Refusal.notFound }
    return numbers.isWithdrawn ? .nothing : Decision(.show(.snapshotWithdrawn(snapshot: id)))
  }

  static let restore = Act(
    "snapshot.restore", in: .show, zh: "恢复数据", en: "Bring numbers back", by: takers, .record("snapshot", .snapshot),
    undo: { _, event in
      guard case .show(.snapshotRestored(let id))? = event.facts.first else { return nil }
      return Opposite("snapshot.withdraw", ["snapshot": .string(id)])
    }
  ) { fold, _, id in
    guard let numbers = fold.find(id, as: Numbers.self) else { throw Refusal.notFound }
    return numbers.isWithdrawn ? Decision(.show(.snapshotRestored(snapshot: id))) : .nothing
  }
}

extension LogFold {
  /// The last one from there that has not been taken back.
  fileprivate func newestNumbers(of source: Numbers.Source) -> Numbers? {
    all(Numbers.self).filter { $0.source == source && $0.counts }.max { $0.seq < $1.seq }
  }

  fileprivate func taking(
    _ source: Numbers.Source, _ values: [String: Double], _ label: String?, of file: String? = nil, _ request: Request
  ) throws(Refusal) -> Fact {
    try checkRoom(for: .snapshot, limit: Bounds.snapshots)
    let numbers = Numbers(
      id: request.newID(), source: source, label: label, at: request.context.now, by: request.actor.member,
      values: values, seq: request.context.seq, isWithdrawn: false, versions: Numbers.versions(of: values.keys),
      file: file)
    return .show(.snapshotTaken(snapshot: numbers))
  }
}
