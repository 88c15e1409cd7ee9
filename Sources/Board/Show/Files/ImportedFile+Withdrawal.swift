import Identity
import JSON

// A file is taken back with everything it made, and brought back with it: by leads, by operations, and by whoever brought
// it. Nothing is destroyed.
extension ImportedFile {
  static let owners: [Who] = .leadOrOperations + [.author]

  static let withdraw = Act(
    "file.withdraw", in: .show, zh: "撤回文件", en: "Take file back", by: owners, .record("file", .file),
    note: "with everything it made", needs: { _, directory in [directory().log] }, undo: undoOfWithdraw
  ) { fold, request, id in
    let file = try fold.file(id, for: request)
    return file.isWithdrawn ? .nothing : fold.settling(file, isWithdrawn: true, request)
  }

  static let restore = Act(
    "file.restore", in: .show, zh: "恢复文件", en: "Bring file back", by: owners, .record("file", .file),
    note: "with everything it made", needs: { _, directory in [directory().log] }, undo: undoOfRestore
  ) { fold, request, id in
    let file = try fold.file(id, for: request)
    return file.isWithdrawn ? fold.settling(file, isWithdrawn: false, request) : .nothing
  }

  /// Told by the channel's log, whose event `at` it was. Whatever order these come in, the newest stays. A show that the
  /// list made goes, or comes back, with it: the directory hides it unless people have gone on with it.
  static let settle = Act(
    "file.settle", in: .show, by: [.server], draft, .flag("withdrawn"), .flag("added"), .number("at", 1...Int.max),
    example: ["file": "abc", "kind": "list", "digest": "9f86d081884c7d65", "withdrawn": true, "added": false, "at": 1],
    note: "when a list that concerned the show is taken back, or brought back",
    needs: { _, directory in [directory().log] }
  ) { fold, request, draft, isWithdrawn, isAdded, at in
    // A list that was taken back before it came so far is known all the same.
    let news = try fold.news(of: draft, request)
    guard let file = news ?? fold.find(draft.id), file.settledAt < at else { return .nothing }
    var decision = fold.settling(file, isWithdrawn: isWithdrawn, at: Int64(at), request)
    if let news { decision.facts.insert(.show(.fileImported(file: news)), at: 0) }
    if isAdded {
      let hiding: JSON = [
        "show": .string(fold.log.description), "at": .number(.int(request.context.seq)),
        "hidden": .bool(isWithdrawn && fold.shelves.tally.questions == 0),
      ]
      decision.pending.append(request.act(in: request.show.organisation, .directory, "show.settle", hiding, step: 6))
    }
    return decision
  }

  static let undoOfWithdraw: Act.Undo = { _, event in event.file.map { Opposite("file.restore", ["file": .string($0)]) }
  }
  static let undoOfRestore: Act.Undo = { _, event in event.file.map { Opposite("file.withdraw", ["file": .string($0)]) }
  }
}

extension Event {
  /// The one that was taken back, or brought back.
  fileprivate var file: String? {
    switch facts.first {
    case .show(.fileWithdrawn(let file, _)), .show(.fileRestored(let file, _)): file
    case .channel(.fileWithdrawn(let file)), .channel(.fileRestored(let file)): file
    default: nil
    }
  }
}

extension LogFold {
  /// One that the actor may take back.
  func file(_ id: String, for request: Request) throws(Refusal) -> ImportedFile {
    guard let file = find(id, as: ImportedFile.self) else { throw .notFound }
    try request.admit(author: file.by)
    return file
  }

  /// The times it made known go with it, unless they have been changed since; and come with it, unless others are known.
  fileprivate func settling(
    _ file: ImportedFile, isWithdrawn: Bool, at: Int64? = nil, _ request: Request
  ) -> Decision {
    let show = request.show
    var facts: [Fact] = [
      .show(isWithdrawn ? .fileWithdrawn(file: file.id, at: at) : .fileRestored(file: file.id, at: at))
    ]
    guard file.isWithdrawn != isWithdrawn else { return Decision(facts: facts) }
    var settled = show
    if let timed = file.timed { settled.settle(timed, isWithdrawn: isWithdrawn) }
    if settled.start != show.start || settled.end != show.end {
      facts.append(.show(.showTimed(start: settled.start, end: settled.end)))
    }
    let none = Show.Times(start: nil, end: nil)
    if let told = file.told, (show.told ?? none) == (isWithdrawn ? told : none) {
      facts.append(.show(.showTold(times: isWithdrawn ? none : told)))
    }
    return Decision(facts: facts, pending: request.shifts(of: log, from: show, to: settled))
  }
}

extension Show {
  /// An end that would come before the start stays as it is known, and so does the start.
  fileprivate mutating func settle(_ timed: Times, isWithdrawn: Bool) {
    var settled = self
    if isWithdrawn {
      if start == timed.start { settled.start = nil }
      if end == timed.end { settled.end = nil }
    } else {
      settled.start = start ?? timed.start
      settled.end = end ?? timed.end
    }
    if let end = settled.end, end <= settled.origin { return }
    self = settled
  }
}
