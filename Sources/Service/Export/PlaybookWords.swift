import Board
import Metrics
import Tables

/// The words and numbers of an export, in one language.
struct PlaybookWords {
  let language: PlaybookBook.Language
  let labels: [String: String]

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func role(_ role: Role) -> String {
    if let label = labels[role.rawValue], !label.isEmpty { return label }
    return switch role {
    case .operations: self("运营", "Operations")
    case .host: self("主播", "Host")
    case .floor: self("场控", "Floor control")
    case .backstage: self("中控", "Backstage control")
    case .privateDomain: self("私域", "Private domain")
    }
  }

  func roles(_ roles: [Role]) -> String { roles.map(role).joined(separator: self("、", ", ")) }

  func kind(_ kind: Entry.Kind) -> String {
    switch kind {
    case .sop: self("流程", "Procedure")
    case .script: self("话术", "Script")
    case .checklist: self("清单", "Checklist")
    case .play: self("玩法", "Play")
    case .taboo: self("禁忌", "Taboo")
    }
  }

  func stage(_ stage: Entry.Stage?) -> String {
    switch stage {
    case .before: self("播前", "Before the show")
    case .opening: self("开场", "Opening")
    case .explaining: self("讲解", "Explaining")
    case .closing: self("逼单", "Closing the sale")
    case .switching: self("切品", "Switching product")
    case .ending: self("收尾", "Ending")
    case .after: self("播后", "After the show")
    case nil: self("通用", "Any stage")
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

  /// A reading with its unit: ratios as percentages, at most two decimals.
  func reading(_ value: Double, of key: String) -> String {
    let unit = Metric[key]?.unit
    if unit == .ratio { return decimal(value * 100) + "%" }
    let suffix = language == .zh ? unit?.zh ?? "" : ""
    return decimal(value) + suffix
  }

  /// "指标 前→后"; what is not known is left out.
  func evidence(_ item: Entry.Evidence, show: String?) -> String {
    let values = [item.before, item.after].compactMap { $0.map { reading($0, of: item.metric) } }
    var line = "\(metric(item.metric)) \(values.joined(separator: " → "))"
    if let show { line += self("（\(show)）", " (\(show))") }
    if let offset = item.offset { line += " \(Self.clock(offset))" }
    return line
  }

  /// h:mm:ss from the show's start.
  static func clock(_ offset: Int) -> String {
    let sign = offset < 0 ? "-" : ""
    let seconds = abs(offset)
    return "\(sign)\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  static func day(_ instant: Int64) -> String { CivilTime(instant: instant)?.date ?? "" }

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
