import JSON

// Commands on markers.
extension LogFold {
  func addMarker(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let given = try args.optionalInt("offset", Limits.offsets)
    let kind = try args.oneOf("kind", as: Marker.Kind.self)
    let text = try args.optionalText("text", 1...60)
    try args.end()
    try checkRoom(for: .marker, limit: Limits.markers)
    return Decision(
      .markerAdded(
        marker: Marker(
          id: request.newID(), offset: try offset(given, request), kind: kind, text: text)))
  }

  func removeMarker(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("marker")
    try args.end()
    guard find(id, as: Marker.self) != nil else { throw Refusal.notFound }
    return Decision(.markerRemoved(marker: id))
  }

  /// Server, for whoever imports: `markers`: a list of `{at or offset, kind, text?}`. One that is there already is
  /// skipped, so that a file may be imported again.
  func importMarkers(_ request: Request) throws -> Decision {
    let show = try founded()
    var args = try request.arguments()
    var known = Set(all(Marker.self).map(\.content))
    var facts: [Fact] = []
    for (index, item) in try args.objects("markers", 1...Limits.imported).enumerated() {
      var item = item
      let at = try item.optionalTime("at").map(show.offset)
      let marker = Marker(
        id: request.newID(index), offset: try at ?? item.int("offset", Limits.offsets),
        kind: try item.oneOf("kind", as: Marker.Kind.self),
        text: try item.optionalText("text", 1...60))
      try item.end()
      if known.insert(marker.content).inserted { facts.append(.markerAdded(marker: marker)) }
    }
    try args.end()
    try checkRoom(for: .marker, facts.count, limit: Limits.markers)
    return Decision(facts: facts)
  }
}

extension Marker {
  fileprivate struct Content: Hashable {
    let offset: Int
    let kind: Kind
    let text: String?
  }

  fileprivate var content: Content { Content(offset: offset, kind: kind, text: text) }
}
