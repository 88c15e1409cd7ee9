extension Cell {
  /// A time of day as people type it, in milliseconds since midnight: `20:01`, `20：01:30`, `8:01 PM`, `20点01分`,
  /// `晚上8点半`. Past midnight the hours may go on: `24:05` is five past twelve of the next day. Nil for anything else.
  public var clock: Int64? {
    if isNull || raw.utf8.count > 60 { return nil }
    var scan = TimeScan(foldedWords)
    guard let clock = scan.clock(hours: 0...47) else { return nil }
    scan.skipSpaces()
    return scan.isAtEnd ? clock : nil
  }

  /// Time since the show's start, in milliseconds: `0:01`, `3:59`, `1:02:03`, `第27分钟`, `27`, the last two in minutes.
  /// Two colon-parted numbers are hours and minutes. Nil for anything else.
  public var elapsed: Int64? {
    if isNull || raw.utf8.count > 60 { return nil }
    var text = Substring(folded)
    if text.hasPrefix("第") { text = text.dropFirst() }
    let cell = Cell(String(text))
    guard let seconds = try? cell.duration(.minute, style: .hoursMinutes)?.value, seconds < 7 * 86_400 else {
      return nil
    }
    return Int64((seconds * 1000).rounded())
  }
}
