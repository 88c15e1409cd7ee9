import Board
import JSON
import Live
import ServiceLoop

/// The playbook to take away: leads only, and written to the audit table before the bytes leave.
@ServiceLoop struct Exporting {
  let stage: Stage

  func route(_ router: Router) {
    router.answer("/api/playbook.md") { try await export($0, as: .markdown) }
    router.answer("/api/playbook.csv") { try await export($0, as: .csv) }
  }

  private func export(_ request: HTTPRequest, as format: PlaybookBook.Format) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    try visitor.requireLead()
    let log = LogFold.playbook(of: visitor.organisation)
    try visitor.requireFollowing(log)
    let playbook = try await stage.look(at: log, in: visitor.organisation)
    try await stage.audit(
      "playbook.exported", by: visitor,
      ["format": format == .csv ? "csv" : "markdown", "revision": .number(.int(playbook.head))])
    let language: PlaybookBook.Language = request.query["lang"] == "en" ? .en : .zh
    let now = stage.now
    // A thousand entries, redacted once more.
    let bytes = await Aside.run {
      PlaybookBook(playbook: playbook.fold, head: playbook.head, directory: visitor.directory, now: now)
        .written(as: format, in: language)
    }
    return switch format {
    case .markdown: .download(bytes, name: "playbook.md", contentType: "text/markdown; charset=utf-8")
    case .csv: .download(bytes, name: "playbook.csv", contentType: "text/csv; charset=utf-8")
    }
  }
}
