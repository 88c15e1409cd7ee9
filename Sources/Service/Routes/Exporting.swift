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
    let playbook = try await stage.look(at: LogFold.playbook(of: visitor.organisation), in: visitor.organisation)
    try await stage.audit(
      "playbook.exported", by: visitor,
      ["format": format == .csv ? "csv" : "markdown", "revision": .number(.int(playbook.head))])
    let bytes = await Self.write(
      playbook, visitor.directory, at: stage.loop.wallClock, format, request.query["lang"] == "en" ? .en : .zh)
    return switch format {
    case .markdown: .download(bytes, name: "playbook.md", contentType: "text/markdown; charset=utf-8")
    case .csv: .download(bytes, name: "playbook.csv", contentType: "text/csv; charset=utf-8")
    }
  }

  /// A thousand entries, redacted once more, would hold the loop up; it is pure, so the pool does it.
  @concurrent nonisolated private static func write(
    _ playbook: Look, _ directory: LogFold, at now: Int64, _ format: PlaybookBook.Format,
    _ language: PlaybookBook.Language
  ) async -> [UInt8] {
    PlaybookBook(playbook: playbook.fold, head: playbook.head, directory: directory, now: now)
      .written(as: format, in: language)
  }
}
