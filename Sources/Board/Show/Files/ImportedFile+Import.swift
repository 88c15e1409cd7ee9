import Identity
import JSON
import Privacy

// How a log hears of a file, before anything of it is stored. Who may bring it is said by the commands that the server
// then makes of it.
extension ImportedFile {
  static let `import` = Act(
    "file.import", in: .show, by: [.server], draft, agreed,
    example: ["file": "abc", "kind": "summary", "name": "总览.xlsx", "digest": "9f86d081884c7d65"],
    note: "before what is made of it; sent twice it changes nothing"
  ) { fold, request, draft, state in
    guard let file = try fold.news(of: draft, on: state, request) else { return .nothing }
    return Decision(.show(.fileImported(file: file, forgotten: fold.forgottenFiles)))
  }

  static let finish = Act(
    "file.finish", in: .show, by: [.server], .record("file", .file),
    note: "after all that is made of it: what has not been finished is gone on with when the file comes again"
  ) { fold, _, id in
    try fold.finishing(id) ? Decision(.show(.fileFinished(file: id))) : .nothing
  }

  /// Of which state of the log somebody saw what the file would change, and agreed.
  static let agreed = Argument<String?>.optional(.name("state"))

  /// What is told of a file.
  struct Draft: Sendable {
    let id: String
    let kind: Kind
    let name: String?
    let digest: String
  }

  static let draft = Argument<Draft>.group(
    .name("file"), .word("kind", Kind.self), .optional(.text("name", 1...200)), .name("digest")
  ) {
    Draft(id: $0, kind: $1, name: $2.map { Redaction.redact($0).text }, digest: $3)
  }
}

extension LogFold {
  /// Whether there is anything left to finish.
  func finishing(_ id: String) throws(Refusal) -> Bool {
    guard let file = find(id, as: ImportedFile.self), !file.isWithdrawn else { throw .notFound }
    return !file.isFinished
  }

  /// Nil where it is known. A list is finished in its channel's log: those of its shows need not know.
  func news(of draft: ImportedFile.Draft, on state: String? = nil, _ request: Request) throws(Refusal) -> ImportedFile?
  {
    guard find(draft.id, as: ImportedFile.self) == nil else { return nil }
    let forgotten = forgottenFiles
    try checkRoom(taken: files.count - (forgotten?.count ?? 0), limit: Bounds.files)
    let generation = files.map(\.generation).max() ?? 0
    return ImportedFile(
      id: draft.id, kind: draft.kind, name: draft.name, digest: draft.digest, at: request.context.now,
      by: request.actor.member, state: state, isFinished: kind == .show && draft.kind == .list,
      generation: forgotten == nil ? generation : generation + 1)
  }

  /// Those that one more takes the place of: the oldest of which nothing is left to be done. Nil while there is room.
  var forgottenFiles: [String]? {
    guard files.count >= Bounds.files else { return nil }
    let done = files.filter { $0.isFinished || $0.isWithdrawn }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    return done.isEmpty ? nil : done.prefix(Bounds.forgotten).map(\.id)
  }
}
