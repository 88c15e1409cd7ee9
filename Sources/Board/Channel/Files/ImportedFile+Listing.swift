import Identity
import JSON

// A list of shows, in the log of their channel.
extension ImportedFile {
  static let importList = Act(
    "file.import", in: .channel, by: [.server], draft, agreed,
    example: ["file": "abc", "kind": "list", "name": "场次列表.csv", "digest": "9f86d081884c7d65"],
    note: "a list, before its rows; sent twice it changes nothing"
  ) { fold, request, draft, state in
    guard draft.kind == .list else { throw Refusal.invalid("kind", .invalid) }
    guard let file = try fold.news(of: draft, on: state, request) else { return .nothing }
    return Decision(.channel(.fileImported(file: file, forgotten: fold.forgottenFiles)))
  }

  /// Told part by part: a list may have thousands of rows.
  static let touch = Act(
    "file.touch", in: .channel, by: [.server], .record("file", .file),
    .optional(.logs("shows", .show, 0...part), or: []),
    .optional(.logs("added", .show, 0...part), or: []),
    example: ["shows": [], "added": []],
    note: "the shows it concerned, and those it made, which are told before anything is stored in them"
  ) { fold, _, id, shows, added in
    guard let file = fold.find(id, as: ImportedFile.self), !file.isWithdrawn else { throw Refusal.notFound }
    let (touched, made) = (Set(file.shows), Set(file.added))
    let more = (shows + added.filter { !shows.contains($0) }).filter { !touched.contains($0) }
    let moreAdded = added.filter { !made.contains($0) }
    try fold.checkRoom(taken: touched.count, more.count, limit: Bounds.touched)
    if more.isEmpty, moreAdded.isEmpty { return .nothing }
    return Decision(.channel(.fileTouched(file: id, shows: more, added: moreAdded)))
  }

  static let finishList = Act(
    "file.finish", in: .channel, by: [.server], .record("file", .file), note: "after the numbers of all its shows"
  ) { fold, _, id in
    try fold.finishing(id) ? Decision(.channel(.fileFinished(file: id))) : .nothing
  }

  /// Shows that one command tells of.
  static let part = 500
}
