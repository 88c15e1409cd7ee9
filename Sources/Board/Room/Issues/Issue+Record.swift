import Identity
import JSON

extension Issue: Edited {
  static var kind: RecordKind { .issue }
  var record: Record { .issue(self) }

  init?(_ record: Record) {
    guard case .issue(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { revealed || viewer.member == author }

  /// A revealed issue with a name is to its author what it is to everyone: they know their name.
  var insider: Identifier? { revealed && !anonymous ? nil : author }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    let isMine = viewer.member == author
    json.member("id", id)
    json.member("no", no)
    json.member("role", role.rawValue)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
    json.member("anonymous", anonymous)
    if isMine || !anonymous { json.member("by", author) }
    if isMine && anonymous { json.member("mine", true) }
    json.member("revealed", revealed)
    json.member("votes", votes)
    if !tags.isEmpty { json.member("tags", tags) }
    write(link, into: &json)
    write(question, into: &json)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ link: Link?, into json: inout JSONWriter) {
    guard let link else { return }
    json.object("link") { json in
      json.member("show", link.show)
      json.member("snapshot", link.snapshot)
      json.member("metric", link.metric)
      json.member("value", number: link.value)
      json.member("goal", number: link.goal)
      json.member("last", number: link.last)
    }
  }

  private func write(_ origin: Origin?, into json: inout JSONWriter) {
    guard let origin else { return }
    json.object("question") { json in
      json.member("show", origin.show)
      json.member("question", origin.question)
      json.member("offset", origin.offset)
      json.member("plus", origin.plus)
    }
  }
}
