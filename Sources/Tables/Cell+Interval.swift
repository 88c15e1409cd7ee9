extension Cell {
  /// `start~end`, `start-end`, `start至end`: two moments, the second nil when only one is there. An end that is a time of
  /// day alone is of the start's day, or of the next where it would come before the start.
  public func interval(offset: Int = CivilTime.shanghai, order: DateOrder? = nil) throws(CellFault)
    -> (start: Moment, end: Moment?)?
  {
    if isNull { return nil }
    if isLong { throw .notADate }
    let text = foldedWords
    if let moment = Self.moment(text, offset: offset, order) { return (moment, nil) }
    guard let (left, right) = Self.halves(text), let start = Self.moment(left, offset: offset, order) else {
      throw .notADate
    }
    if right.allSatisfy({ $0 == " " }) { return (start, nil) }
    if let end = Self.moment(right, offset: offset, order) {
      guard end.instant >= start.instant else { throw .notADate }
      return (start, end)
    }
    guard let clock = Cell(right).clock, let end = start.next(clock, offset: offset) else { throw .notADate }
    return (start, end)
  }

  /// Two times of day, `20:00-00:12`, in milliseconds since midnight; the second may be past the first's midnight.
  public var clocks: (start: Int64, end: Int64)? {
    guard !isNull, !isLong, let (left, right) = Self.halves(foldedWords), let start = Cell(left).clock,
      let end = Cell(right).clock
    else { return nil }
    return (start, end < start ? end + 86_400_000 : end)
  }

  /// The two sides of a mark that parts times; of hyphens the one that has a time of day before it.
  private static func halves(_ text: String) -> (String, String)? {
    if let mark = text.firstIndex(where: { "~至到→".contains($0) }) { return parted(text, mark) }
    var hasClock = false
    for index in text.indices {
      if ":点时".contains(text[index]) { hasClock = true }
      if hasClock, "-—–".contains(text[index]) { return parted(text, index) }
    }
    return nil
  }

  private static func parted(_ text: String, _ mark: String.Index) -> (String, String) {
    let right = text[text.index(after: mark)...].drop { "-—–~".contains($0) }
    return (String(text[..<mark]), String(right))
  }
}

extension Moment {
  /// The first moment at that time of day, in milliseconds since midnight, that is not before this one. Nil where this
  /// is a bare date.
  public func next(_ clock: Int64, offset: Int = CivilTime.shanghai) -> Moment? {
    guard hasTime else { return nil }
    return Moment(instant: midnight(offset: offset) + clock).notBefore(instant)
  }

  /// Midnight of its day.
  public func midnight(offset: Int = CivilTime.shanghai) -> Int64 {
    let local = instant + Int64(offset) * 1000
    let day: Int64 = 86_400_000
    return instant - (local % day + day) % day
  }

  private func notBefore(_ first: Int64) -> Moment {
    instant < first ? Moment(instant: instant + 86_400_000) : self
  }
}
