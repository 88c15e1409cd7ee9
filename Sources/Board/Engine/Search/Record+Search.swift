extension Record {
  /// Nil: search does not find it. Of a comment the fold decides besides (`LogFold.searchLine(of:)`).
  public var searchLine: SearchLine? {
    switch self {
    case .issue(let value): Self.line(value)
    case .solution(let value): Self.line(value)
    case .question(let value): Self.line(value)
    case .marker(let value): Self.line(value)
    case .entry(let value): Self.line(value)
    case .show(let value): Self.line(value)
    case .room(let value): Self.line(value)
    case .comment(let value): Self.line(value)
    case .action(let value): Self.line(value)
    default: nil
    }
  }

  private static func line(_ value: some Findable) -> SearchLine? {
    guard value.isOpenToAll, let line = value.searchLine, !line.words.allSatisfy(\.isWhitespace) else { return nil }
    return line
  }
}

extension LogFold {
  /// Everything that search finds in this log, in the order of ids.
  public var searchLines: [SearchLine] {
    keys.compactMap { self[$0].flatMap(searchLine) }.sorted { $0.id < $1.id }
  }

  /// What search finds of a record of this log: of what is said of an issue nothing, until that is turned.
  public func searchLine(of record: Record) -> SearchLine? {
    guard case .comment(let comment) = record else { return record.searchLine }
    if find(comment.issue, as: Action.self) != nil { return record.searchLine?.ofAction(at: comment.at) }
    return find(comment.issue, as: Issue.self)?.revealed == true ? record.searchLine : nil
  }

  /// When what it speaks of was: a hit is ranked by it. Cards and solutions are as old as their review, so that it does
  /// not tell who wrote when.
  public func time(of line: SearchLine) -> Int64 {
    if let at = line.at { return at }
    switch root {
    case .room(let room): return room.openedAt
    case .show(let show): return show.origin + Int64(line.offset ?? 0) * 1000
    default: return 0
    }
  }
}

extension LogKind {
  /// Whether search finds anything in such a log.
  public var isSearched: Bool { self == .show || self == .room || self == .playbook || self == .channel }
}
