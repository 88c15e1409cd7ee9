import Identity
import JSON

// Commands on the playbook's entries.
extension LogFold {
  func writeEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let content = try EntryContent(from: &args)
    try args.end()
    return try write(content, id: request.newID(), evidence: [], origin: nil, request)
  }

  /// Server, for whoever promotes: what `entry.write` takes, `evidence` (a list of `{metric, after?, goal?, last?, show?,
  /// offset?}`; an act from before goal and last show were told apart has `before?` in their place) and `origin`
  /// (`{room, solution, roomTitle}`).
  func promoteEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let content = try EntryContent(from: &args, mayLackWords: true)
    let evidence = try args.objects("evidence", 0...10).map { item in
      var item = item
      return try Entry.Evidence(from: &item)
    }
    var nested = try args.object("origin")
    let origin = Entry.Origin(
      room: try nested.identifier("room"), solution: try nested.id("solution"),
      roomTitle: try nested.text("roomTitle", 1...80))
    try nested.end()
    try args.end()
    return try write(
      content, id: ShortID.make(from: request.command.id), evidence: evidence, origin: origin,
      request)
  }

  private func write(
    _ content: EntryContent, id: String, evidence: [Entry.Evidence], origin: Entry.Origin?,
    _ request: Request
  ) throws(Refusal) -> Decision {
    try checkRoom(for: .entry, limit: Limits.entries)
    let entry = Entry(
      id: id, no: shelves.count(.entry) + 1, title: content.title, kind: content.kind,
      roles: content.roles,
      stage: content.stage, trigger: content.trigger, text: content.text, evidence: evidence,
      origin: origin,
      status: .trial, version: 1, verified: nil, by: request.actor.member, at: request.context.now,
      edits: Edits(request.context.seq, by: request.actor.member), erased: nil)
    return Decision(.entryWritten(entry: entry))
  }

  func editEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let entry = try entry(args.id("entry"))
    guard entry.erased == nil else { throw Refusal.notFound }
    let roles = try args.optionalRoles("roles")
    let content = EntryContent(
      title: try args.optionalText("title", 1...60) ?? entry.title,
      kind: try args.optionalOneOf("kind") ?? entry.kind,
      roles: roles ?? entry.roles, stage: try args.edited("stage", was: entry.stage),
      trigger: try args.edited("trigger", 200, was: entry.trigger),
      text: try args.optionalText("text", 1...2000, multiline: true) ?? entry.text)
    try args.end()
    if content == entry.content { return .nothing }
    try request.checkEdit(of: entry, entry.edits)
    return Decision(.entryEdited(entry: entry.id, content: content))
  }

  func markEntry(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let entry = try entry(args.id("entry"))
    let status = try args.oneOf("status", as: Entry.Status.self)
    let verified = try Entry.Verification(from: &args, request)
    try args.end()
    if verified != nil, status != .inForce { throw Refusal.invalid("status", .invalid) }
    if let show = verified?.show { try request.checkTrial(of: entry, in: show) }
    return entry.status == status && verified == nil
      ? .nothing : Decision(.entryMarked(entry: entry.id, status: status, verified: verified))
  }

  func entry(_ id: String) throws(Refusal) -> Entry {
    guard let entry = find(id, as: Entry.self) else { throw .notFound }
    return entry
  }

  /// The playbook's entries by number, for its export.
  public var entries: [Entry] { all(Entry.self).sorted { $0.no < $1.no } }
}

extension EntryContent {
  /// `mayLackWords`: erased on the way, it has none, and its tombstone follows.
  fileprivate init(from args: inout Arguments, mayLackWords: Bool = false) throws {
    title = mayLackWords ? try args.optionalText("title", 1...60) ?? "" : try args.text("title", 1...60)
    kind = try args.oneOf("kind")
    roles = try args.someOf("roles", as: Role.self, 1...Role.allCases.count).inOrder
    stage = try args.optionalOneOf("stage")
    trigger = try args.optionalText("trigger", 1...200)
    text =
      mayLackWords
      ? try args.optionalText("text", 1...2000, multiline: true) ?? ""
      : try args.text("text", 1...2000, multiline: true)
  }
}

extension Entry.Evidence {
  fileprivate init(from item: inout Arguments) throws {
    metric = try item.metric("metric")
    before = try item.optionalDouble("before", Limits.values)
    after = try item.optionalDouble("after", Limits.values)
    goal = try item.optionalDouble("goal", Limits.values)
    last = try item.optionalDouble("last", Limits.values)
    show = try item.optionalIdentifier("show")
    offset = try item.optionalInt("offset", Limits.offsets)
    try item.end()
  }
}

extension Entry.Verification {
  /// Nil when neither a show nor a note is given.
  fileprivate init?(from args: inout Arguments, _ request: Request) throws {
    show = try args.optionalIdentifier("show")
    note = try args.optionalText("note", 1...200)
    if show == nil, note == nil { return nil }
    if let show {
      let directory = request.context.others.values.first { $0.kind == .directory }
      guard directory?.find(show.description, as: ListedShow.self) != nil else { throw Refusal.notFound }
    }
    (by, at) = (request.actor.member, request.context.now)
  }
}

extension Arguments {
  fileprivate mutating func optionalRoles(_ field: String) throws(ArgumentFault) -> [Role]? {
    json(field) == nil ? nil : try someOf(field, as: Role.self, 1...Role.allCases.count).inOrder
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
