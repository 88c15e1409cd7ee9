internal import Tables

/// What the headers of a table of shows stand for, before the team has its say.
struct ShowHeaders {
  private(set) var notes: [ColumnNote]

  init(_ table: Table, _ platform: Platform?) {
    let hasDate = table.headers.contains { ShowColumn($0) == .date }
    notes = table.headers.map { header in
      if hasDate, Self.besideDate.contains(header.key) { return ColumnNote(.field("period")) }
      return Self.note(header, platform)
    }
    for (index, header) in table.headers.enumerated() {
      guard let formulas = Self.severalFormulas[header.key] else { continue }
      decide(index, formulas, table, platform)
    }
  }

  /// What are a start and perhaps an end where the day stands beside them.
  private static let besideDate: Set<String> = ["时间", "时段", "时间段", "直播时间段", "time"]

  /// Words for which the trade has several formulas: those of the catalogue, the likeliest first.
  private static let severalFormulas: [String: [String]] = [
    "成交转化率": ["clk_pay_rate", "view_pay_rate"], "转化率": ["clk_pay_rate", "view_pay_rate"],
    "支付转化率": ["clk_pay_rate", "view_pay_rate"],
  ]

  private static func note(_ header: ColumnHeader, _ platform: Platform?) -> ColumnNote {
    let note =
      platform?.note(header) ?? header.qualified.flatMap { ShowColumn($0) }.map { ColumnNote($0.meaning) }
      ?? ShowColumn(header).map { ColumnNote($0.meaning) } ?? ColumnNote(.ignored(.unknown))
    return note.checked(header, platform)
  }

  /// The formula that gives the column's numbers, where the table has its parts; else what the platform means by the
  /// word; else it is asked.
  private mutating func decide(_ index: Int, _ formulas: [String], _ table: Table, _ platform: Platform?) {
    var indices: [String: Int] = [:]
    for (place, note) in notes.enumerated() where place != index {
      if case .metric(let key) = note.meaning, indices[key] == nil { indices[key] = place }
    }
    let columns = MetricColumns(table, table.rows, indices)
    let fitting = formulas.filter { key in Metric[key].map { columns.fits($0, at: index) } ?? false }
    if let key = fitting.first, let metric = Metric[key] {
      notes[index] = ColumnNote(.metric(key), definition: metric.formula)
      notes[index].weigh(.decided)
    } else if case .ignored = notes[index].meaning, let likeliest = formulas.first {
      notes[index] = ColumnNote(.metric(likeliest), definition: Metric[likeliest]?.formula)
      notes[index].weigh(.unsure)
    }
  }
}
