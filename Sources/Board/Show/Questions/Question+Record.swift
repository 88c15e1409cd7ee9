import Identity
import JSON

extension Question: Edited {
  static var kind: RecordKind { .question }
  var record: Record { .question(self) }

  init?(_ record: Record) {
    guard case .question(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("no", no)
    json.member("offset", offset)
    json.member("askedAt", askedAt)
    if let text { json.member("text", text) } else { json.member("text", JSON.null) }
    json.member("masked", masked)
    json.member("source", source?.rawValue)
    json.member("group", group?.text)
    json.member("user", user?.text)
    json.member("customer", customer?.rawValue)
    json.member("product", product?.text)
    json.member("category", category?.rawValue)
    json.member("urgency", urgency?.rawValue)
    json.member("status", status.rawValue)
    json.member("plus", plus)
    json.member("onAir", onAir)
    json.member("imported", imported)
    write(answer, into: &json)
    write(issue, into: &json)
    json.member("by", by)
    json.member("edited", edits.last)
    json.member(erased)
  }

  private func write(_ answer: Answer?, into json: inout JSONWriter) {
    guard let answer else { return }
    json.object("answer") { json in
      json.member("words", answer.wording?.text)
      json.member("by", answer.by)
      json.member("role", answer.role?.rawValue)
      json.member("at", answer.at)
    }
  }

  /// Not which issue it became: that issue may not have been revealed.
  private func write(_ link: Link?, into json: inout JSONWriter) {
    guard let link else { return }
    json.object("issue") { json in
      json.member("room", link.room)
      json.member("state", link.state.rawValue)
    }
  }
}

extension Question {
  /// The text ids of its erasable words.
  var texts: [String] { [wording, group, user, product, answer?.wording].compactMap { $0?.id } }

  mutating func fill(from words: [String: String]) {
    wording = wording?.filled(from: words)
    group = group?.filled(from: words)
    user = user?.filled(from: words)
    product = product?.filled(from: words)
    let answerWords = answer?.wording?.filled(from: words)
    answer?.wording = answerWords
  }
}
