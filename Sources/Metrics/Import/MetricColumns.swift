internal import Tables

/// The columns of a table that hold metrics, and how each is read: decided by the header, by the whole column, and by
/// what a number must equal where the table has its parts.
struct MetricColumns {
  /// Cells a column is judged by.
  static let judged = 200

  private let rows: ArraySlice<Table.Row>
  private let indices: [String: Int]
  private let headers: [ColumnHeader]
  let marks: NumberMarks
  private var neighbour: RatioStyle?

  /// - Parameter indices: by metric key.
  /// - Parameter rows: without the lines that add up the others.
  init(_ table: Table, _ rows: [Table.Row], _ indices: [String: Int]) {
    self.rows = rows.prefix(Self.judged)
    self.indices = indices
    headers = table.headers
    let proofs = self.rows.contains { row in row.cells.contains { $0.provesComma } }
    marks = proofs ? .comma : .point
    neighbour = indices.keys.sorted().lazy.compactMap { [self] in proved($0) }.first
  }

  /// How the metric's column is read, noted where it stands.
  ///
  /// - Parameter spans: seconds between start and end of each judged row, for the show's duration.
  func manner(_ metric: Metric, _ note: inout ColumnNote, spans: [Double?] = []) -> Manner {
    guard let index = indices[metric.key] else { return Manner() }
    let said = note.unit ?? headers[index].unit
    var manner = Manner(unit: said.flatMap { metric.accepts($0) ? $0 : nil }, marks: marks)
    note.unit = manner.unit ?? said
    switch metric.unit {
    case .ratio:
      let decision = ratio(metric, index, manner.unit?.ratio, note.style.ratio)
      manner.ratio = decision.style
      note.style.ratio = decision.style
      note.weigh(decision.certainty)
    case .seconds, .minutes, .minutesPerProduct:
      let column = DurationColumn(metric, rows.map { $0.cells[index] }, spans: spans)
      let decision = column.decision(unit: manner.unit, style: note.style.duration)
      manner.unit = decision.unit
      manner.duration = decision.style
      manner.isBareAmbiguous = decision.isBareAmbiguous
      note.unit = decision.unit
      note.style.duration = decision.shown
      note.weigh(decision.certainty)
    default:
      if let chosen = note.style.marks { manner.marks = chosen }
      if manner.marks == .comma {
        note.style.marks = .comma
        note.weigh(.decided)
      } else if metric.isCount, manner.unit?.isMultiple != true,
        rows.contains(where: { Self.mayBeGrouped($0.cells[index]) })
      {
        note.weigh(.unsure)
      }
    }
    return manner
  }

  /// `12.480` of people: there are no thousandths of them, and nothing in the table proves that points part groups.
  private static func mayBeGrouped(_ cell: Cell) -> Bool {
    let parts = cell.trimmed.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
      && parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private func ratio(_ metric: Metric, _ index: Int, _ unit: RatioStyle?, _ chosen: RatioStyle?) -> (
    style: RatioStyle, certainty: ColumnReading.Certainty
  ) {
    if let style = chosen ?? unit { return (style, .known) }
    let column = RatioColumn(rows.map { $0.cells[index] }, expected: expected(metric))
    return column.decision(neighbour: neighbour)
  }

  /// The style that a column's formula proves.
  private func proved(_ key: String) -> RatioStyle? {
    guard let metric = Metric[key], metric.unit == .ratio, let index = indices[key] else { return nil }
    return RatioColumn(rows.map { $0.cells[index] }, expected: expected(metric)).proved
  }

  /// Whether the column's numbers are what the metric's formula gives, in whatever style.
  func fits(_ metric: Metric, at index: Int) -> Bool {
    let column = RatioColumn(rows.map { $0.cells[index] }, expected: expected(metric))
    return column.proved != nil || column.percentagesFit
  }

  /// What the formula gives in each row, where the table has its parts.
  func expected(_ metric: Metric) -> [Double?] {
    guard case .quotient(let part, let whole, _)? = metric.derivation, let one = indices[part],
      let other = indices[whole]
    else { return [] }
    return rows.map { row in
      let numbers = [(one, row), (other, row)].map { index, row in
        (try? row.cells[index].number(headers[index].unit, marks: marks))??.value
      }
      guard let above = numbers[0], let below = numbers[1], below > 0 else { return nil }
      return above / below
    }
  }
}
