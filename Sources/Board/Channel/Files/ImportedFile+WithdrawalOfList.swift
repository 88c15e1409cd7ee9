import Identity
import JSON

// A list is taken back with what it made in its shows, and with the shows it made, unless people have gone on with them.
// There may be thousands: they are told some at a time, each part in an event that lays the next.
extension ImportedFile {
  static let withdrawList = Act(
    "file.withdraw", in: .channel, zh: "撤回文件", en: "Take file back", by: owners, .record("file", .file),
    note: """
      with everything it made, and the shows it made, unless another list tells of them, a room reviews them or they have \
      questions
      """,
    undo: undoOfWithdraw
  ) { fold, request, id in
    let file = try fold.file(id, for: request)
    if file.isWithdrawn { return .nothing }
    return Decision(
      facts: [.channel(.fileWithdrawn(file: id))], pending: file.settling(isWithdrawn: true, fold, request))
  }

  static let restoreList = Act(
    "file.restore", in: .channel, zh: "恢复文件", en: "Bring file back", by: owners, .record("file", .file),
    note: "with everything it made; `conflict` while the same file, brought again, stands", undo: undoOfRestore
  ) { fold, request, id in
    let file = try fold.file(id, for: request)
    if !file.isWithdrawn { return .nothing }
    try fold.checkNoTwin(of: file, request)
    return Decision(
      facts: [.channel(.fileRestored(file: id))], pending: file.settling(isWithdrawn: false, fold, request))
  }

  /// The next of its shows, from `from` on. Once it has been settled otherwise, the part of before ends.
  static let pass = Act(
    "file.pass", in: .channel, by: [.server], .record("file", .file), .number("at", 1...Int.max),
    .number("from", 0...Bounds.touched), example: ["at": 1, "from": 0],
    note: "to the next of the shows of a list that is taken back, or brought back"
  ) { fold, request, id, at, from in
    guard let file = fold.find(id, as: ImportedFile.self), file.settledAt == at else { return .nothing }
    return Decision(
      facts: [.channel(.filePassed(file: id, from: from))], pending: file.settling(from: from, fold, request))
  }

  /// Shows that one event tells.
  static let stride = 200
}

extension ImportedFile {
  fileprivate func settling(isWithdrawn: Bool, _ fold: LogFold, _ request: Request) -> [PendingAct] {
    var settled = self
    (settled.isWithdrawn, settled.settledAt) = (isWithdrawn, request.context.seq)
    return settled.settling(from: 0, fold, request)
  }

  fileprivate func settling(from: Int, _ fold: LogFold, _ request: Request) -> [PendingAct] {
    let next = from + Self.stride
    let part = shows.dropFirst(from).prefix(Self.stride)
    let made = fold.made(among: Set(part), by: self)
    var acts = part.map { show in
      request.act(in: show, .show, "file.settle", settlement(isAdded: made.contains(show)), named: show.description)
    }
    if next < shows.count {
      let rest: JSON = ["file": .string(id), "at": .number(.int(settledAt)), "from": .int(next)]
      acts.append(request.act(in: request.command.log, .channel, "file.pass", rest, named: "rest"))
    }
    return acts
  }

  /// A show that it made after it was taken back, or while it was: what was said to its shows then did not reach that one.
  func settling(late show: Identifier, _ request: Request) -> PendingAct {
    request.act(in: show, .show, "file.settle", settlement(isAdded: true), named: show.description)
  }

  private func settlement(isAdded: Bool) -> JSON {
    var json = JSONObject()
    json["file"] = .string(id)
    json["kind"] = .word(kind)
    json["name"] = name.map(JSON.string)
    json["digest"] = .string(digest)
    json["withdrawn"] = .bool(isWithdrawn)
    json["added"] = .bool(isAdded)
    json["at"] = .number(.int(settledAt))
    return .object(json)
  }
}

extension LogFold {
  /// The shows that come and go with a list: those that it made, or that one made which is taken back, unless another list
  /// that stands has told of them too.
  fileprivate func made(among shows: Set<Identifier>, by list: ImportedFile) -> Set<Identifier> {
    let others = all(ImportedFile.self).filter { $0.id != list.id }
    var made = shows.intersection(list.added)
    for other in others where other.isWithdrawn { made.formUnion(shows.intersection(other.added)) }
    if list.isWithdrawn { for other in others where !other.isWithdrawn { made.subtract(other.shows) } }
    return made
  }
}
