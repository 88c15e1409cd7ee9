public import Identity
public import JSON

/// A record of a log, whichever kind. Indirect: it is held in several places, which share it.
public indirect enum Record: Sendable, Equatable, Codable {
  case organisation(Organisation)
  case channel(Channel)
  case member(Member)
  case invitation(Invitation)
  case listedShow(ListedShow)
  case listedRoom(ListedRoom)
  case show(Show)
  case goal(Goal)
  case snapshot(Numbers)
  case latest(LatestNumbers)
  case series(Series)
  case seriesAside(SeriesAside)
  case marker(Marker)
  case question(Question)
  case file(ImportedFile)
  case mapping(Mapping)
  case room(Room)
  case issue(Issue)
  case ballot(Ballot)
  case solution(Solution)
  case progress(Progress)
  case gone(Gone)
  case entry(Entry)
  case thresholds(Thresholds)
  case template(Template)
  case timer(PhaseTimer)
  case focus(Focus)
  case ready(Ready)
  case action(Action)
  case deferral(Deferral)
  case worth(Worth)
  case cause(Cause)
  case order(LanePlace)
  case agenda(Agenda)
  case comment(Comment)
  case talk(Talk)
  case mention(Mention)
  case group(Group)
  case handVotes(HandVotes)
}

extension Record {
  public var key: RecordKey { ask(KeyReader()) }
  public var kind: RecordKind { key.kind }
  public var id: String { key.id }

  public func isVisible(to viewer: Viewer) -> Bool { ask(VisibilityReader(viewer: viewer)) }

  /// JSON of the record as this viewer may see it; nil: hidden. The single place of secrecy (G5).
  public func render(for viewer: Viewer) -> [UInt8]? {
    var json = JSONWriter()
    json.reserve(512)
    return write(into: &json, for: viewer) ? json.bytes : nil
  }

  /// The same where a value is due. False: hidden, and nothing has been written.
  public func write(into json: inout JSONWriter, for viewer: Viewer) -> Bool {
    var renderer = Renderer(viewer: viewer)
    swap(&renderer.json, &json)
    defer { swap(&renderer.json, &json) }
    return read(&renderer)
  }

  /// What a viewer sees of a record that was `before` and is this now.
  public func sight(since before: Record?, of viewer: Viewer) -> Sight {
    ask(SightReader(before: before, viewer: viewer))
  }

  /// The member who sees this record differently from everybody else: the author of a hidden or
  /// anonymous issue, the owner of a ballot.
  /// For them render with `Viewer(member:)`, for all others with `Viewer(member: nil)`.
  public var insider: Identifier? { ask(InsiderReader()) }

  private func ask<Reader: RecordReader>(_ reader: Reader) -> Reader.Answer {
    var reader = reader
    return read(&reader)
  }

  /// One reader for all kinds. Compiled for each: an existential would be a copy on the heap at every look.
  private func read<Reader: RecordReader>(_ reader: inout Reader) -> Reader.Answer {
    switch self {
    case .organisation(let value): reader.read(value)
    case .channel(let value): reader.read(value)
    case .member(let value): reader.read(value)
    case .invitation(let value): reader.read(value)
    case .listedShow(let value): reader.read(value)
    case .listedRoom(let value): reader.read(value)
    case .show(let value): reader.read(value)
    case .goal(let value): reader.read(value)
    case .snapshot(let value): reader.read(value)
    case .latest(let value): reader.read(value)
    case .series(let value): reader.read(value)
    case .seriesAside(let value): reader.read(value)
    case .marker(let value): reader.read(value)
    case .question(let value): reader.read(value)
    case .file(let value): reader.read(value)
    case .mapping(let value): reader.read(value)
    case .room(let value): reader.read(value)
    case .issue(let value): reader.read(value)
    case .ballot(let value): reader.read(value)
    case .solution(let value): reader.read(value)
    case .progress(let value): reader.read(value)
    case .gone(let value): reader.read(value)
    case .entry(let value): reader.read(value)
    case .thresholds(let value): reader.read(value)
    case .template(let value): reader.read(value)
    case .timer(let value): reader.read(value)
    case .focus(let value): reader.read(value)
    case .ready(let value): reader.read(value)
    case .action(let value): reader.read(value)
    case .deferral(let value): reader.read(value)
    case .worth(let value): reader.read(value)
    case .cause(let value): reader.read(value)
    case .order(let value): reader.read(value)
    case .agenda(let value): reader.read(value)
    case .comment(let value): reader.read(value)
    case .talk(let value): reader.read(value)
    case .mention(let value): reader.read(value)
    case .group(let value): reader.read(value)
    case .handVotes(let value): reader.read(value)
    }
  }
}

private protocol RecordReader {
  associatedtype Answer
  mutating func read<Kind: Recorded>(_ value: Kind) -> Answer
}

private struct KeyReader: RecordReader {
  func read<Kind: Recorded>(_ value: Kind) -> RecordKey { RecordKey(Kind.kind, value.id) }
}

private struct InsiderReader: RecordReader {
  func read(_ value: some Recorded) -> Identifier? { value.insider }
}

private struct VisibilityReader: RecordReader {
  let viewer: Viewer

  func read(_ value: some Recorded) -> Bool { value.isVisible(to: viewer) }
}

private struct SightReader: RecordReader {
  let before: Record?
  let viewer: Viewer

  func read<Kind: Recorded>(_ value: Kind) -> Sight {
    let isSeen = value.isVisible(to: viewer)
    guard let before = before.flatMap(Kind.init), before.isVisible(to: viewer) else {
      return Sight(wasSeen: false, isSeen: isSeen, isAnew: true)
    }
    return Sight(wasSeen: true, isSeen: isSeen, isAnew: isSeen ? value.isWrittenAnew(since: before) : nil)
  }
}

private struct Renderer: RecordReader {
  let viewer: Viewer
  var json = JSONWriter()

  mutating func read(_ value: some Recorded) -> Bool {
    guard value.isVisible(to: viewer) else { return false }
    json.beginObject()
    value.write(into: &json, for: viewer)
    json.endObject()
    return true
  }
}
