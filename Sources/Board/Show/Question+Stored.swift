import JSON

extension Question {
  /// As the synthesized conformance describes it: there are thousands of a show.
  func writeStored(into json: inout JSONWriter) throws {
    json.member("id", id)
    json.member("no", no)
    json.member("offset", offset)
    json.member("askedAt", askedAt)
    json.member("loggedAt", loggedAt)
    json.member("wording", wording?.id)
    json.member("masked", masked)
    json.member("source", source?.rawValue)
    json.member("group", group?.id)
    json.member("user", user?.id)
    json.member("customer", customer?.rawValue)
    json.member("product", product?.id)
    json.member("category", category?.rawValue)
    json.member("urgency", urgency?.rawValue)
    json.member("status", status.rawValue)
    json.member("plus", plus)
    json.member("onAir", onAir)
    try json.member("answer", encoding: answer)
    try json.member("issue", encoding: issue)
    json.member("by", by)
    json.object("edits") { edits.writeStored(into: &$0) }
    try json.member("erased", encoding: erased)
  }
}
