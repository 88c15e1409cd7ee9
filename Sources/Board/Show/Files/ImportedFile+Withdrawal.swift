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
    note: "with everything it made; `conflict` while the same file, brought again, stands",
    needs: { _, directory in [directory().log] }, undo: undoOfRestore
  ) { fold, request, id in
    let file = try fold.file(id, for: request)
    if !file.isWithdrawn { return .nothing }
    try fold.checkNoTwin(of: file, request)
    return fold.settling(file, isWithdrawn: false, request)
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
    if let news { decision.facts.insert(.show(.fileImported(file: news, forgotten: fold.forgottenFiles)), at: 0) }
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

  /// Beside the same file brought again it would say everything twice.
  func checkNoTwin(of file: ImportedFile, _ request: Request) throws(Refusal) {
    let twin = files.first {
      $0.id != file.id && $0.digest == file.digest && $0.kind == file.kind && !$0.isWithdrawn
    }
    guard let twin else { return }
    throw request.overtaken(by: twin)
  }

  /// The times it made known go with it, unless they have been changed since, and those of the newest file that stands
  /// take their place; they come with it, unless others are known.
  fileprivate func settling(
    _ file: ImportedFile, isWithdrawn: Bool, at: Int64? = nil, _ request: Request
  ) -> Decision {
    let show = request.show
    var facts: [Fact] = [
      .show(isWithdrawn ? .fileWithdrawn(file: file.id, at: at) : .fileRestored(file: file.id, at: at))
    ]
    guard file.isWithdrawn != isWithdrawn else { return Decision(facts: facts) }
    let others = files.filter { $0.id != file.id && !$0.isWithdrawn }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    var settled = show
    if let timed = file.timed {
      if isWithdrawn { settled.lose(timed, among: others) } else { settled.gain(timed) }
    }
    if settled.start != show.start || settled.end != show.end {
      facts.append(.show(.showTimed(start: settled.start, end: settled.end)))
    }
    if isWithdrawn, let timed = file.timed { facts += others.compactMap { $0.timing(settled, instead: timed, show) } }
    let (rest, all) = (others.told, ([file] + others).sorted { ($0.at, $0.id) > ($1.at, $1.id) }.told)
    let (was, becomes) = isWithdrawn ? (all, rest) : (rest, all)
    if was != becomes, (show.told ?? .unknown) == was { facts.append(.show(.showTold(times: becomes))) }
    return Decision(facts: facts, pending: request.shifts(of: log, from: show, to: settled))
  }
}

extension [ImportedFile] {
  /// What the first that speaks of the show's times says.
  fileprivate var told: Show.Times { lazy.compactMap(\.told).first ?? .unknown }
}

extension Show.Times {
  fileprivate static let unknown = Show.Times(start: nil, end: nil)
}

extension ImportedFile {
  /// Which of the times that another file made known, and that went with it, are known because this one says so.
  fileprivate func timing(_ show: Show, instead timed: Show.Times, _ before: Show) -> Fact? {
    guard let told else { return nil }
    let start = timed.start != nil && timed.start == before.start && told.start == show.start ? told.start : nil
    let end = timed.end != nil && timed.end == before.end && told.end == show.end ? told.end : nil
    if start == nil, end == nil { return nil }
    return .show(.fileTold(file: id, times: told, timed: Show.Times(start: start, end: end)))
  }
}

extension Show {
  /// - Parameter others: the files that stand, the newest first.
  fileprivate mutating func lose(_ timed: Times, among others: [ImportedFile]) {
    var settled = self
    if timed.start != nil, start == timed.start { settled.start = others.lazy.compactMap(\.told?.start).first }
    if timed.end != nil, end == timed.end { settled.end = others.lazy.compactMap(\.told?.end).first }
    take(settled)
  }

  fileprivate mutating func gain(_ timed: Times) {
    var settled = self
    settled.start = start ?? timed.start
    settled.end = end ?? timed.end
    take(settled)
  }

  /// An end that would come before the start stays as it is known, and so does the start.
  private mutating func take(_ settled: Show) {
    if let end = settled.end, end <= settled.origin { return }
    self = settled
  }
}
