import Identity
import JSON
import Privacy

// How a log hears of a file, before anything of it is stored. Who may bring it is said by the commands that the server
// then makes of it.
extension ImportedFile {
  static let `import` = Act(
    "file.import", in: .show, by: [.server], draft,
    example: ["file": "abc", "kind": "summary", "name": "总览.xlsx", "digest": "9f86d081884c7d65"],
    note: "before what is made of it; sent twice it changes nothing"
  ) { fold, request, draft in
    guard let file = try fold.news(of: draft, request) else { return .nothing }
    return Decision(.show(.fileImported(file: file)))
  }

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
  /// Nil where it is known.
  func news(of draft: ImportedFile.Draft, _ request: Request) throws(Refusal) -> ImportedFile? {
    guard find(draft.id, as: ImportedFile.self) == nil else { return nil }
    try checkRoom(for: .file, limit: Bounds.files)
    return ImportedFile(
      id: draft.id, kind: draft.kind, name: draft.name, digest: draft.digest, at: request.context.now,
      by: request.actor.member)
  }
}
