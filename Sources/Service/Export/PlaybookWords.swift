import Board
import Metrics
import Tables

/// The words and numbers of an export, in one language: the page's own (`web/strings`; a test compares them).
struct PlaybookWords {
  let language: PlaybookBook.Language
  let labels: [String: String]

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func role(_ role: Role) -> String {
    if let label = labels[role.rawValue], !label.isEmpty { return label }
    return switch role {
    case .operations: self("运营", "Operations")
    case .host: self("主播", "Host")
    case .floor: self("场控", "Floor")
    case .backstage: self("中控", "Backstage")
    case .privateDomain: self("私域", "Private domain")
    }
  }

  func roles(_ roles: [Role]) -> String { roles.map(role).joined(separator: self("、", ", ")) }

  func kind(_ kind: Entry.Kind) -> String {
    switch kind {
    case .sop: self("流程", "SOP")
    case .script: self("话术", "Script")
    case .checklist: self("清单", "Checklist")
    case .play: self("玩法", "Play")
    case .taboo: self("禁忌", "Taboo")
    }
  }

  func stage(_ stage: Entry.Stage?) -> String {
    switch stage {
    case .before: self("播前", "Before")
    case .opening: self("开场", "Opening")
    case .explaining: self("讲解", "Explaining")
    case .closing: self("逼单", "Closing")
    case .switching: self("切品", "Switching")
    case .ending: self("收尾", "Ending")
    case .after: self("播后", "After")
    case nil: self("不限环节", "Any stage")
    }
  }

  func status(_ status: Entry.Status) -> String {
    switch status {
    case .trial: self("试行", "On trial")
    case .inForce: self("生效", "In force")
    case .retired: self("废止", "Retired")
    }
  }

  func metric(_ key: String) -> String { Metric[key].map { self($0.zh, $0.en) } ?? key }

  /// A reading as the page has it: with its unit, ratios as percentages, seconds as a duration, at most two decimals.
  func reading(_ value: Double, of key: String) -> String {
    guard let unit = Metric[key]?.unit else { return decimal(value) }
    return switch unit {
    case .ratio: decimal(value * 100) + "%"
    case .seconds: duration(value)
    case .yuan: self(decimal(value) + unit.zh, "¥" + decimal(value))
    case .yuanPerHour: self(decimal(value) + unit.zh, "¥" + decimal(value) + "/h")
    case .ordersPerHour: decimal(value) + self(unit.zh, " orders/h")
    case .minutes: decimal(value) + self(unit.zh, " min")
    case .minutesPerProduct: decimal(value) + self(unit.zh, " min/item")
    case .people, .times, .items, .orders, .factor: decimal(value) + self(unit.zh, "")
    }
  }

  /// "3分25秒"; from an hour on without seconds.
  private func duration(_ value: Double) -> String {
    guard abs(value) < 1e9 else { return decimal(value) + self("秒", " s") }
    let whole = Int(value.rounded())
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60)
    var parts: [String] = []
    if hours != 0 { parts.append("\(hours)" + self("小时", "h")) }
    if minutes != 0 { parts.append("\(minutes)" + self("分", "m")) }
    if hours == 0, seconds != 0 || whole == 0 { parts.append("\(seconds)" + self("秒", "s")) }
    return parts.joined(separator: self("", " "))
  }

  /// What was known when the entry was proposed, "平均在线 提出时：356人（目标 409人，上场 206人）"; what is not known is left
  /// out, and so is a `before`, which may be either.
  func evidence(_ item: Entry.Evidence, show: String?) -> String {
    var line = metric(item.metric)
    if let value = item.after { line += self(" 提出时：", " when proposed: ") + reading(value, of: item.metric) }
    let against = [(self("目标", "goal"), item.goal), (self("上场", "last show"), item.last)].compactMap { name, value in
      value.map { "\(name) \(reading($0, of: item.metric))" }
    }
    if !against.isEmpty {
      let list = against.joined(separator: self("，", ", "))
      line += self("（\(list)）", " (\(list))")
    }
    let place = [show, item.offset.map(Self.clock)].compactMap(\.self)
    return place.isEmpty ? line : "\(line) · \(place.joined(separator: " "))"
  }

  /// "羊绒专场 2026-03-13：离席没有掉人"
  func verification(_ verified: Entry.Verification, show: String?) -> String {
    let place = [show ?? "", Self.day(verified.at)].filter { !$0.isEmpty }.joined(separator: " ")
    return [place, verified.note ?? ""].filter { !$0.isEmpty }.joined(separator: self("：", ": "))
  }

  /// h:mm:ss from the show's start.
  static func clock(_ offset: Int) -> String {
    let sign = offset < 0 ? "-" : ""
    let seconds = abs(offset)
    return "\(sign)\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// Of every date and time of an export.
  static let zone = "UTC+8"

  static func day(_ instant: Int64) -> String { CivilTime(instant: instant)?.date ?? "" }

  /// "2026-03-13 00:20"
  static func time(_ instant: Int64) -> String {
    CivilTime(instant: instant).map { String($0.description.prefix(16)) } ?? ""
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func decimal(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    guard abs(hundredths) < 1e15 else { return value.description }
    let whole = Int64(hundredths)
    let sign = whole < 0 ? "-" : ""
    let digits = String(whole.magnitude / 100)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    let fraction = whole.magnitude % 100
    if fraction == 0 { return sign + grouped }
    return sign + grouped + "."
      + (fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }
}
