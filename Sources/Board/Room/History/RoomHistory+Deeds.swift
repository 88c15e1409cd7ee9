import Identity

extension RoomHistory {
  /// What happened, the oldest first. Whoever looks sees what they could see then and may see now: of a card that waited
  /// to be turned only what they did themselves, of one that was withdrawn its author alone, of a vote nothing.
  public func deeds(for viewer: Viewer) -> [Deed] {
    var fold = LogFold(log: log, kind: .room)
    var deeds: [Deed] = []
    for event in events {
      let changes = fold.apply(event)
      if let deed = deed(event, changes, for: viewer) { deeds.append(deed) }
      if event.seq == turned { deeds += writings(turnedBy: event, changes, for: viewer) }
    }
    return deeds
  }

  /// Who wrote what was turned, told as of the turning: a deed for each author. When each card was written is not told, as
  /// that of the named ones would tell it of the others; and of an anonymous card nothing. One's own are told already.
  private func writings(turnedBy event: Event, _ changes: [Change], for viewer: Viewer) -> [Deed] {
    let issues = changes.compactMap { change -> Issue? in
      guard case .issue(let issue)? = change.after, stands(change.key, for: viewer) else { return nil }
      return issue.revealed && !issue.anonymous && issue.question == nil && issue.author != viewer.member ? issue : nil
    }
    let isHidden = LogFold.hidesAuthor(of: event, changes, from: viewer)
    return Dictionary(grouping: issues, by: \.author).sorted { $0.key < $1.key }.map { author, issues in
      let inOrder = issues.sorted { ($0.no ?? .max, $0.id) < ($1.no ?? .max, $1.id) }
      return Deed(
        seq: event.seq, at: isHidden ? event.at.toTheMinute : event.at, by: author, op: "issue.post", place: nil,
        about: inOrder.map { Deed.Subject(kind: .issue, id: $0.id, text: nil) }, count: nil,
        particulars: .init())
    }
  }

  /// Subjects of one deed that are told.
  private static let most = 12

  private func deed(_ event: Event, _ changes: [Change], for viewer: Viewer) -> Deed? {
    guard Self.isTold(event.op) else { return nil }
    // A card that gets its number moves the room's last one, and that is told to nobody.
    let room = changes.first { $0.key.kind == .room && $0.sight(of: viewer).isSeen && $0.isToldOfRoom }
    let about = room == nil ? subjects(of: changes, event, for: viewer) : []
    let beside = event.facts.flatMap { cards(of: $0, changes, for: viewer) }.filter { !about.contains($0) }
    let told = about + beside
    let steers = changes.contains { $0.key.kind.steers && ($0.after ?? $0.before)?.isVisible(to: viewer) == true }
    guard room != nil || steers || !told.isEmpty else { return nil }
    let isHidden = LogFold.hidesAuthor(of: event, changes, from: viewer)
    let counted = event.facts.contains(where: \.turnsCards) ? stillThere(of: changes) : nil
    return Deed(
      seq: event.seq, at: isHidden ? event.at.toTheMinute : event.at, by: isHidden ? nil : event.by, op: event.op,
      place: room.flatMap(\.place), about: Array(told.prefix(Self.most)),
      count: counted ?? (told.count > Self.most ? told.count : nil),
      particulars: event.particulars)
  }

  /// What the server does by itself is nobody's deed, but that a room was opened and a question became a card.
  private static func isTold(_ op: String) -> Bool {
    guard let act = Act.of(op, in: .room) else { return false }
    return act.who != [.server] || op == "room.found" || op == "issue.raise"
  }

  private func subjects(of changes: [Change], _ event: Event, for viewer: Viewer) -> [Deed.Subject] {
    var subjects: [Deed.Subject] = []
    for change in changes {
      guard let key = change.key.subject, !subjects.contains(where: { $0.kind == key.kind && $0.id == key.id }) else {
        continue
      }
      let sight = change.sight(of: viewer)
      guard sight.isSeen || sight.wasSeen else { continue }
      if stands(key, for: viewer) {
        subjects.append(Deed.Subject(kind: key.kind, id: key.id, text: nil))
      } else if let text = ownWithdrawn(key, viewer) {
        subjects.append(Deed.Subject(kind: key.kind, id: key.id, text: text))
      }
    }
    return subjects
  }

  private func cards(of fact: Fact, _ changes: [Change], for viewer: Viewer) -> [Deed.Subject] {
    guard case .room(let fact) = fact else { return [] }
    return fact.cards(changes).filter { stands(RecordKey(.issue, $0), for: viewer) }
      .map { Deed.Subject(kind: .issue, id: $0, text: nil) }
  }

  private func ownWithdrawn(_ key: RecordKey, _ viewer: Viewer) -> String? {
    guard key.kind == .issue, let issue = now.issueOnceThere(key.id), issue.author == viewer.member else { return nil }
    return issue.text
  }

  private func stillThere(of changes: [Change]) -> Int {
    changes.count { $0.key.kind == .issue && now[$0.key] != nil }
  }
}

extension RecordKey {
  /// The record that people know this one by; nil where it is no subject of a deed.
  fileprivate var subject: RecordKey? {
    switch kind {
    case .issue, .solution, .group: self
    // What stands beside an issue under its id.
    case .talk, .cause: RecordKey(.issue, id)
    default: nil
    }
  }
}

extension RecordKind {
  /// Whether a change of it is a deed that concerns the room as a whole.
  fileprivate var steers: Bool {
    switch self {
    case .timer, .focus, .agenda, .deferral: true
    default: false
    }
  }
}

extension Change {
  fileprivate func sight(of viewer: Viewer) -> Sight {
    guard let after else {
      return Sight(wasSeen: before?.isVisible(to: viewer) ?? false, isSeen: false, isAnew: true)
    }
    return after.sight(since: before, of: viewer)
  }

  /// Whether the room is written otherwise than before: a number given to a card does not count.
  fileprivate var isToldOfRoom: Bool {
    let anyone = Viewer.anyone
    return before?.render(for: anyone) != after?.render(for: anyone)
  }

  /// Where the room stands now, if it stood elsewhere before.
  fileprivate var place: Deed.Place? {
    guard case .room(let room)? = after else { return nil }
    if case .room(let earlier)? = before, earlier.phase == room.phase, earlier.step == room.step { return nil }
    return Deed.Place(phase: room.phase, step: room.step)
  }
}
