import JSON

/// When an action is asked for.
public enum Due: Sendable, Equatable, Codable {
  /// In the next room of the channel.
  case next
  /// In the first room from that day on.
  case day(Day)
}

extension Due {
  /// `{next:true}` or `{day:"2026-03-14"}`.
  func write(into json: inout JSONWriter) {
    switch self {
    case .next: json.member("next", true)
    case .day(let day): json.member("day", day.text)
    }
  }

  var argument: JSON {
    switch self {
    case .next: ["next": true]
    case .day(let day): ["day": .string(day.text)]
    }
  }
}

extension Argument<Due> {
  static var due: Argument {
    .object(
      "due",
      .group(.optional(.text("day", 10...10)), .optional(.flag("next"))) { day, next in
        if next == true, day == nil { return .next }
        guard next != true, let day = day.flatMap(Day.init) else { throw Refusal.invalid("due", .invalid) }
        return .day(day)
      })
  }
}
