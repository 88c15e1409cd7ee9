/// What a cell's number is, by the way it is shown.
enum NumberFormat: Equatable {
  case plain
  case amount(AmountFormat)
  case percent
  case date
  case dateAndTime
  case timeOfDay
  case elapsed

  /// Those that every program knows and no file spells out; 27 to 36 and 50 to 58 are those of East Asia.
  init(id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 22: self = .dateAndTime
    case 18...21, 32...35, 55, 56: self = .timeOfDay
    case 45...47: self = .elapsed
    default: self = .plain
    }
  }

  /// `yyyy"年"m"月"d"日" h:mm;@`. Only what is for positive numbers counts.
  init(code: String) {
    guard code.utf8.count <= Self.longest else {
      self = .plain
      return
    }
    let (signs, isElapsed) = Self.signs(code)
    let has = { (sign: Character) in signs.contains(sign) }
    let isTime = has("h") || has("s")
    if isElapsed {
      self = .elapsed
    } else if has("y") || has("d") {
      self = isTime ? .dateAndTime : .date
    } else if isTime {
      self = has("h") ? .timeOfDay : .elapsed
    } else if has("m") {
      self = .date
    } else if has("%") {
      self = .percent
    } else {
      self = AmountFormat(code: code).map { .amount($0) } ?? .plain
    }
  }

  /// Bytes of a code; Excel allows 255 characters.
  private static let longest = 1020

  /// The code without words and colours, in lower case; and whether it counts hours beyond a day, as `[h]` does.
  private static func signs(_ code: String) -> (String, isElapsed: Bool) {
    var signs = ""
    var isElapsed = false
    var rest = Substring(code.lowercased())
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        if !inner.isEmpty, Set(inner).count == 1, "hms".contains(inner.first ?? " ") { isElapsed = true }
      default: signs.append(sign)
      }
    }
    // What is no code at all, or the name of the plainest one.
    if signs == "general" { return ("", isElapsed) }
    for half in ["am/pm", "a/p"] where signs.contains(half) {
      signs = signs.split(separator: half, omittingEmptySubsequences: false).joined()
    }
    return (signs, isElapsed)
  }
}
