import JSON

// What is done with a marker.
extension Marker {
  static let acts: [Act] = [add, edit, remove, `import`]
  private static let pace: [Who] = [.lead, .role(.operations), .role(.floor), .role(.backstage)]
  private static let words = Argument.text("text", 1...60)

  static let add = Act(
    "marker.add", in: .show, zh: "加标记", en: "Add marker", by: [.everyone],
    .optional(.number("offset", Bounds.offsets)), .word("kind", Kind.self), .optional(words),
    example: ["kind": "note"], note: "without `offset`, now",
    undo: { _, event in
      guard case .show(.markerAdded(let marker))? = event.facts.first else { return nil }
      return Opposite("marker.remove", ["marker": .string(marker.id)])
    }
  ) { fold, request, offset, kind, text in
    try fold.checkRoom(for: .marker, limit: Bounds.markers)
    let marker = Marker(id: request.newID(), offset: request.offset(offset), kind: kind, text: text)
    return Decision(.show(.markerAdded(marker: marker)))
  }

  static let edit = Act(
    "marker.edit", in: .show, zh: "改标记", en: "Edit marker", by: pace,
    .record("marker", .marker), .optional(.word("kind", Kind.self)), .edited(words),
    example: ["kind": "luckyBag", "text": "福袋三"], note: "with `on`",
    undo: { before, event in
      guard case .show(.markerEdited(let id, _, _))? = event.facts.first, let marker = before.find(id, as: Marker.self)
      else { return nil }
      return Opposite(
        "marker.edit", ["marker": .string(id), "kind": .word(marker.kind), "text": .clearing(marker.text)])
    }
  ) { fold, request, id, kind, text in
    let marker = try fold.marker(id)
    let (kind, text) = (kind ?? marker.kind, text.applied(to: marker.text))
    if kind == marker.kind && text == marker.text { return .nothing }
    try request.checkEdit(of: marker, marker.edits)
    return Decision(.show(.markerEdited(marker: id, kind: kind, text: text)))
  }

  static let remove = Act(
    "marker.remove", in: .show, zh: "删标记", en: "Remove marker", by: pace, .record("marker", .marker),
    final: "it is put at its minute again"
  ) { fold, _, id in
    Decision(.show(.markerRemoved(marker: try fold.marker(id).id)))
  }

  /// One that is there already is skipped, so that a file may be imported again. It stays the first file's: with that one it
  /// goes, though another said it too.
  static let `import` = Act(
    "markers.import", in: .show, by: [.server], bringing: [.everyone],
    .list("markers", 1...Bounds.imported, of: row), .optional(.name("file")),
    example: ["markers": [["offset": 3, "kind": "note"]]]
  ) { fold, request, rows, file in
    try fold.checkFile(file)
    let show = request.show
    var known = Set(fold.all(Marker.self).filter { !$0.isFileWithdrawn }.map(\.content))
    var facts: [Fact] = []
    for (index, row) in rows.enumerated() {
      let marker = Marker(
        id: request.newID(index), offset: row.moment.offset(in: show), kind: row.kind, text: row.text,
        file: file)
      if known.insert(marker.content).inserted { facts.append(.show(.markerAdded(marker: marker))) }
    }
    try fold.checkRoom(for: .marker, facts.count, limit: Bounds.markers)
    return Decision(facts: facts)
  }

  private static let row = Argument<Row>.group(moment, .word("kind", Kind.self), .optional(words)) {
    Row(moment: $0, kind: $1, text: $2)
  }
  private static let moment = Argument<Moment>.either(
    Argument.time("at").map { Moment.time($0) },
    or: Argument.number("offset", Bounds.offsets).map { Moment.offset($0) })
}

extension LogFold {
  /// One that is told.
  fileprivate func marker(_ id: String) throws(Refusal) -> Marker {
    guard let marker = find(id, as: Marker.self), !marker.isFileWithdrawn else { throw .notFound }
    return marker
  }
}

extension Marker {
  mutating func edit(_ kind: Kind, _ text: String?, _ event: Event) {
    edits.note(event.seq, by: event.by, rewords: text != self.text)
    (self.kind, self.text) = (kind, text)
  }
}

extension Marker {
  /// A marker of a file.
  fileprivate struct Row: Sendable {
    let moment: Moment
    let kind: Kind
    let text: String?
  }

  /// When a file says it happened.
  fileprivate enum Moment: Sendable {
    case time(Int64)
    case offset(Int)

    func offset(in show: Show) -> Int {
      switch self {
      case .time(let time): show.offset(of: time)
      case .offset(let offset): offset
      }
    }
  }

  fileprivate struct Content: Hashable {
    let offset: Int
    let kind: Kind
    let text: String?
  }

  fileprivate var content: Content { Content(offset: offset, kind: kind, text: text) }
}
