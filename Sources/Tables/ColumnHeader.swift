/// A column's name as the file has it, and as it is matched.
public struct ColumnHeader: Sendable, Equatable {
  public let raw: String
  /// Lower case, half-width brackets, without spaces, invisible marks and the unit: what aliases are looked up by.
  public let key: String
  public let unit: Unit?

  /// A unit in brackets at the header's end. `(人数)` and `(次数)` are none: they are part of the name.
  public enum Unit: String, Sendable, CaseIterable {
    case tenThousand = "万", hundredMillion = "亿", tenThousandYuan = "万元"
    case yuan = "元", second = "秒", minute = "分钟", hour = "小时"
    case people = "人", times = "次", orders = "单", items = "条", pieces = "件"
    case percent = "%", perTenThousand = "万分比"

    private static let spellings: [String: Unit] = [
      "分": .minute, "时": .hour, "s": .second, "min": .minute, "h": .hour, "w": .tenThousand,
    ]

    init?(spelling: String) {
      guard let unit = Unit(rawValue: spelling) ?? Self.spellings[spelling] else { return nil }
      self = unit
    }

    /// Powers of ten that a bare number below this header stands for.
    public var exponent: Int {
      switch self {
      case .tenThousand, .tenThousandYuan: 4
      case .hundredMillion: 8
      default: 0
      }
    }

    /// Seconds in one, for a unit of time.
    public var seconds: Double? {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      default: nil
      }
    }
  }

  public init(_ raw: String) {
    let folded = Cell(raw).folded.lowercased()
    self.raw = Cell(raw).trimmed
    if folded.hasSuffix(")"), let open = folded.lastIndex(of: "("),
      let unit = Unit(spelling: String(folded[folded.index(after: open)...].dropLast())), open > folded.startIndex
    {
      self.key = String(folded[..<open])
      self.unit = unit
    } else {
      self.key = folded
      self.unit = nil
    }
  }
}
