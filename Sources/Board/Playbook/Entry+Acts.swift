import Identity
import JSON

// What is done with the playbook's entries.
extension Entry {
  static let acts: [Act] = [write, edit, mark, erase, forget, shift, promote]
  private static let titled = Argument.text("title", 1...60)
  private static let words = Argument.text("text", 1...2000, isMultiline: true)

  static let write = Act(
    "entry.write", in: .playbook, zh: "写条目", en: "Entry", by: [.lead], .content(titled, words),
    example: ["title": "开场", "kind": "sop", "roles": ["host"], "text": "先热身"],
    final: "an entry is in the book for good; it is edited, or marked as out of force"
  ) { fold, request, content in
    try fold.write(content, id: request.newID(), evidence: [], origin: nil, request)
  }

  static let edit = Act(
    "entry.edit", in: .playbook, zh: "改条目", en: "Edit entry", by: [.lead],
    .record("entry", .entry), .optional(titled), .optional(.word("kind", Kind.self)), .optional(.roles(atLeast: 1)),
    .edited(.word("stage", Stage.self)), .edited(.text("trigger", 1...200)), .optional(words),
    example: ["text": "先热身三分钟"], note: "with `on`",
    undo: { before, event in
      guard case .playbook(.entryEdited(let id, _))? = event.facts.first, let entry = before.find(id, as: Entry.self)
      else { return nil }
      return Opposite(
        "entry.edit",
        [
          "entry": .string(id), "title": .string(entry.title), "kind": .word(entry.kind),
          "roles": .array(entry.roles.map { JSON.word($0) }), "stage": .clearing(entry.stage?.rawValue),
          "trigger": .clearing(entry.trigger), "text": .string(entry.text),
        ])
    }
  ) { fold, request, id, title, kind, roles, stage, trigger, text in
    let entry = try fold.entry(id)
    guard entry.erased == nil else { throw Refusal.notFound }
    let content = EntryContent(
      title: title ?? entry.title, kind: kind ?? entry.kind, roles: roles ?? entry.roles,
      stage: stage.applied(to: entry.stage), trigger: trigger.applied(to: entry.trigger), text: text ?? entry.text)
    if content == entry.content { return .nothing }
    try request.checkEdit(of: entry, entry.edits)
    return Decision(.playbook(.entryEdited(entry: entry.id, content: content)))
  }

  static let mark = Act(
    "entry.mark", in: .playbook, zh: "改条目状态", en: "Entry status", by: [.lead],
    .record("entry", .entry), .word("status", Status.self), .optional(.log("show", .show)),
    .optional(.text("note", 1...200)),
    example: ["status": "inForce"],
    note: """
      show and note with `inForce` only: the show in which it was seen to work, and how; that show began after the entry \
      was made, by its real start or, where nobody told one and it has numbers, by its plan, and is none the entry came \
      from: else `invalid` on `show`
      """,
    needs: { args, directory in
      guard let named = args["show"] else { return [] }
      let directory = directory()
      let show = named.string.flatMap(Identifier.init).flatMap { directory.knows(log: $0) == .show ? $0 : nil }
      return [directory.log] + [show].compactMap(\.self)
    },
    undo: { before, event in
      guard case .playbook(.entryMarked(let id, let status, let verified))? = event.facts.first else { return nil }
      return before.find(id, as: Entry.self)?.markingBack(from: status, verified)
    }
  ) { fold, request, id, status, show, note in
    let entry = try fold.entry(id)
    let verified = try fold.verification(in: show, note, request)
    if verified != nil, status != .inForce { throw Refusal.invalid("status", .invalid) }
    if let show = verified?.show { try request.checkTrial(of: entry, in: show) }
    return entry.status == status && verified == nil
      ? .nothing : Decision(.playbook(.entryMarked(entry: entry.id, status: status, verified: verified)))
  }

  /// For whoever promotes. Erased on the way, the entry has no words: its tombstone follows.
  static let promote = Act(
    "entry.promote", in: .playbook, by: [.server],
    .content(.optional(titled, or: ""), .optional(words, or: "")), .evidence, .origin,
    example: [
      "title": "开场", "kind": "sop", "roles": ["host"], "text": "先热身",
      "origin": ["solution": "abc", "roomTitle": "复盘"],
    ],
    note: "from a solution"
  ) { fold, request, content, evidence, origin in
    try fold.write(content, id: ShortID.make(from: request.command.id), evidence: evidence, origin: origin, request)
  }
}

extension Argument<EntryContent> {
  fileprivate static func content(_ title: Argument<String>, _ text: Argument<String>) -> Argument {
    .group(
      title, .word("kind", Entry.Kind.self), .roles(atLeast: 1), .optional(.word("stage", Entry.Stage.self)),
      .optional(.text("trigger", 1...200)), text
    ) { title, kind, roles, stage, trigger, text in
      EntryContent(title: title, kind: kind, roles: roles, stage: stage, trigger: trigger, text: text)
    }
  }
}

extension Argument<[Entry.Evidence]> {
  /// An act from before goal and last show were told apart has `before` in their place.
  fileprivate static var evidence: Argument {
    .list(
      "evidence", 0...10,
      of: .group(
        .metric("metric"), .optional(.decimal("before", Bounds.values)), .optional(.decimal("after", Bounds.values)),
        .optional(.decimal("goal", Bounds.values)), .optional(.decimal("last", Bounds.values)),
        .optional(.log("show", .show)), .optional(.number("offset", Bounds.offsets))
      ) { metric, before, after, goal, last, show, offset in
        Entry.Evidence(
          metric: metric, before: before, after: after, goal: goal, last: last, show: show, offset: offset)
      })
  }
}

extension Argument<Entry.Origin> {
  fileprivate static var origin: Argument {
    .object(
      "origin",
      .group(.log("room", .room), .name("solution"), .text("roomTitle", 1...80)) { room, solution, roomTitle in
        Entry.Origin(room: room, solution: solution, roomTitle: roomTitle)
      })
  }
}

extension LogFold {
  fileprivate func write(
    _ content: EntryContent, id: String, evidence: [Entry.Evidence], origin: Entry.Origin?,
    _ request: Request
  ) throws(Refusal) -> Decision {
    try checkRoom(for: .entry, limit: Bounds.entries)
    let entry = Entry(
      id: id, no: shelves.count(.entry) + 1, title: content.title, kind: content.kind,
      roles: content.roles,
      stage: content.stage, trigger: content.trigger, text: content.text, evidence: evidence,
      origin: origin,
      status: .trial, version: 1, verified: nil, by: request.actor.member, at: request.context.now,
      edits: Edits(request.context.seq, by: request.actor.member), erased: nil)
    return Decision(.playbook(.entryWritten(entry: entry)))
  }

  /// Nil when neither a show nor a note is given.
  fileprivate func verification(
    in show: Identifier?, _ note: String?, _ request: Request
  ) throws(Refusal) -> Entry.Verification? {
    if show == nil, note == nil { return nil }
    if let show {
      let directory = request.context.others.values.first { $0.kind == .directory }
      guard directory?.find(show.description, as: ListedShow.self) != nil else { throw .notFound }
    }
    return Entry.Verification(show: show, note: note, by: request.actor.member, at: request.context.now)
  }

  func entry(_ id: String) throws(Refusal) -> Entry {
    guard let entry = find(id, as: Entry.self) else { throw .notFound }
    return entry
  }

  /// The playbook's entries by number, for its export.
  public var entries: [Entry] { all(Entry.self).sorted { $0.no < $1.no } }
}

extension Entry {
  /// Of the entry before it was marked. What was seen to work is said again by whoever takes the mark back; what was
  /// said for the first time cannot be taken back.
  fileprivate func markingBack(from status: Status, _ verified: Verification?) -> Opposite? {
    var back = self
    back.mark(status, verified)
    back.mark(self.status, nil)
    var args = JSONObject()
    args["entry"] = .string(id)
    args["status"] = .word(self.status)
    if back.verified != self.verified {
      guard self.status == .inForce, let seen = self.verified else { return nil }
      args["show"] = seen.show.map { .string($0.description) }
      args["note"] = seen.note.map { .string($0) }
    }
    return Opposite("entry.mark", .object(args))
  }
}

extension Entry {
  var content: EntryContent {
    get {
      EntryContent(
        title: title, kind: kind, roles: roles, stage: stage, trigger: trigger, text: text)
    }
    set {
      (title, kind, roles) = (newValue.title, newValue.kind, newValue.roles)
      (stage, trigger, text) = (newValue.stage, newValue.trigger, newValue.text)
    }
  }

  /// On trial again, what was seen before counts no more.
  mutating func mark(_ status: Status, _ verified: Verification?) {
    self.status = status
    self.verified = verified ?? (status == .trial ? nil : self.verified)
  }

  /// The first sentence, at most 60 characters of it; of a text that begins with a stop, the first line.
  static func title(of text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    let sentence = line.prefix { !"。！？；!?;".contains($0) }
    return String(String.UnicodeScalarView((sentence.isEmpty ? line : sentence).unicodeScalars.prefix(60)))
  }
}
