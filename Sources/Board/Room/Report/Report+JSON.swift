public import JSON

extension Report {
  /// The members of its object.
  public func write(into json: inout JSONWriter) {
    json.member("title", title)
    json.member("openedAt", openedAt)
    json.member("closedAt", closedAt)
    json.array("decisions") { json in for decision in decisions { json.object(decision.write) } }
    json.array("proposed") { json in for way in proposed { json.object(way.write) } }
    json.array("topics") { json in for topic in topics { json.object(topic.write) } }
    json.array("parked") { json in for topic in parked { json.object(topic.write) } }
    json.object("counts", counts.write)
    if let template { json.object("template", template.writeOfRoom) }
  }
}

extension Report.Way {
  fileprivate func write(into json: inout JSONWriter) {
    json.member("id", id)
    json.member("text", text)
    json.member("kind", kind.rawValue)
    json.member("owner", owner.rawValue)
    json.member("due", due)
    json.array("issues") { json in for no in issues { json.int(no) } }
    json.member("votes", votes)
    json.member("promotion", promotion?.rawValue)
    json.member("why", why)
    json.member(erased)
  }
}

extension Report.Topic {
  fileprivate func write(into json: inout JSONWriter) {
    json.member("id", id)
    json.member("no", no)
    json.member("role", role)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("offset", offset)
    json.member("votes", votes)
    if let link {
      json.object("link") { json in
        json.member("metric", link.metric)
        json.member("value", number: link.value)
        json.member("goal", number: link.goal)
        json.member("last", number: link.last)
      }
    }
    json.member(erased)
  }
}

extension Report.Counts {
  fileprivate func write(into json: inout JSONWriter) {
    json.member("issues", issues)
    json.member("talked", talked)
    json.member("promoted", promoted)
    json.member("people", people)
    if reviewing > 0 { json.member("reviewing", reviewing) }
    if solving > 0 { json.member("solving", solving) }
    json.member("answers", answers)
    json.member("worth", number: worth)
  }
}
