extension ColumnHeader {
  /// What a bare number below the header is counted in.
  public enum Unit: String, Sendable, CaseIterable {
    case tenThousand = "万", hundredMillion = "亿", tenThousandYuan = "万元"
    case yuan = "元", second = "秒", minute = "分钟", hour = "小时"
    case people = "人", times = "次", orders = "单", items = "条", pieces = "件"
    case percent = "%", perTenThousand = "万分比"
    /// A hundredth of a yuan, or a minute: the metric below it decides.
    case fen = "分"
    case thousand = "千", thousandYuan = "千元", million = "百万", millionYuan = "百万元", hundredMillionYuan = "亿元"
    case perThousand = "‰"

    private static let spellings: [String: Unit] = [
      "时": .hour, "h": .hour, "hour": .hour, "hours": .hour, "s": .second, "sec": .second, "seconds": .second,
      "秒钟": .second, "min": .minute, "mins": .minute, "minutes": .minute, "w": .tenThousand, "万人": .tenThousand,
      "万次": .tenThousand, "万人次": .tenThousand, "万单": .tenThousand, "万条": .tenThousand, "万件": .tenThousand,
      "k": .thousand, "千人": .thousand, "千次": .thousand, "人次": .times, "个": .pieces, "rmb": .yuan, "cny": .yuan,
      "人民币": .yuan, "¥": .yuan, "百分比": .percent, "千分比": .perThousand, "万分之一": .perTenThousand, "bp": .perTenThousand,
      "bps": .perTenThousand,
    ]

    init?(spelling: String) {
      guard let unit = Unit(rawValue: spelling) ?? Self.spellings[spelling] else { return nil }
      self = unit
    }

    /// The power of ten that a bare number of money or of things counted stands for.
    public var exponent: Int {
      switch self {
      case .fen: -2
      case .thousand, .thousandYuan: 3
      case .tenThousand, .tenThousandYuan: 4
      case .million, .millionYuan: 6
      case .hundredMillion, .hundredMillionYuan: 8
      default: 0
      }
    }

    /// Seconds in one, for a unit of time.
    public var seconds: Double? {
      switch self {
      case .second: 1
      case .minute, .fen: 60
      case .hour: 3600
      default: nil
      }
    }

    /// How the column writes ratios, for a unit of ratios.
    public var ratio: RatioStyle? {
      switch self {
      case .percent: .percent
      case .perThousand: .perThousand
      case .perTenThousand: .perTenThousand
      default: nil
      }
    }

    public var isMoney: Bool {
      switch self {
      case .yuan, .fen, .thousandYuan, .tenThousandYuan, .millionYuan, .hundredMillionYuan: true
      default: false
      }
    }

    /// A multiple of whatever is counted.
    public var isMultiple: Bool {
      switch self {
      case .thousand, .tenThousand, .million, .hundredMillion: true
      default: false
      }
    }
  }
}
