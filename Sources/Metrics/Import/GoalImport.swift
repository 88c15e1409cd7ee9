public import Tables

/// What a metric was to become.
public struct GoalRow: Sendable, Equatable {
  public let line: Int
  /// The metric's key.
  public let metric: String
  public let reading: Reading
  public let basis: String?
}

/// Reads goals: metric, value, and what the value is based on.
public enum GoalImport {
  private enum Column: String, FileColumn { case metric, value, basis }

  private static let names: [String: Column] = [
    "指标": .metric, "metric": .metric, "目标值": .value, "目标": .value, "goal": .value, "设定依据": .basis, "依据": .basis,
    "basis": .basis,
  ]

  /// - Parameter asks: what is missing of the columns that such a file must have is asked for (`Doubt.unmapped`) and no
  ///   reason to refuse it.
  public static func read(
    _ table: Table, mapping: ColumnMapping = [:], asks: Bool = false
  ) throws(TableFault) -> Import<[GoalRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.metric), reader.has(.value) else { return try reader.unmapped([], asks) }
    let ratio = ratio(&reader)
    var goals: [GoalRow] = []
    for row in table.rows {
      reader.start(row)
      if let goal = goal(row, ratio, &reader) {
        if goals.contains(where: { $0.metric == goal.metric }) {
          reader.report(.duplicate, at: .metric)
        } else {
          goals.append(goal)
        }
      }
    }
    return reader.result(goals, accepted: goals.count)
  }

  /// The style of the values of all ratios in the column: one for all of them.
  private static func ratio(_ reader: inout RowReader<Column>) -> RatioStyle {
    guard let metric = reader.index(of: .metric), let value = reader.index(of: .value) else { return .percent }
    if let chosen = reader.choice(of: .value)?.style.ratio { return chosen }
    let ratios = reader.table.rows.filter { Metric.named($0.cells[metric].raw)?.unit == .ratio }
    if ratios.isEmpty { return .percent }
    let decision = RatioColumn(ratios.map { $0.cells[value] }, expected: []).decision(neighbour: nil)
    reader[note: .value]?.style.ratio = decision.style
    reader[note: .value]?.weigh(decision.certainty)
    return decision.style
  }

  private static func goal(_ row: Table.Row, _ ratio: RatioStyle, _ reader: inout RowReader<Column>) -> GoalRow? {
    guard let name = reader.cell(.metric), !name.isNull else {
      reader.report(.missing, at: .metric)
      return nil
    }
    guard let metric = Metric.named(name.raw) else {
      reader.report(.unknownWord, at: .metric)
      return nil
    }
    guard reader.cell(.value)?.isNull == false else {
      reader.report(.missing, at: .value)
      return nil
    }
    // A unit may stand behind the metric's name as well as behind the column's.
    let said = ColumnHeader(name.raw).unit ?? reader.header(of: .value)?.unit
    let unit = said.flatMap { metric.accepts($0) ? $0 : nil }
    let reading = reader.read(.value) { cell, _ throws(CellFault) in
      let duration = DurationColumn(metric, [cell], spans: []).decision(unit: unit, style: nil)
      return try metric.reading(
        cell,
        Manner(
          unit: duration.unit, ratio: ratio, duration: duration.style, isBareAmbiguous: duration.isBareAmbiguous))
    }
    guard let reading else { return nil }
    guard metric.isPossible(reading.value) else {
      reader.report(.outOfRange, at: .value)
      return nil
    }
    reader.show(.text(metric.key), at: .metric)
    reader.show(.number(reading.value), at: .value)
    return GoalRow(line: row.line, metric: metric.key, reading: reading, basis: reader.text(.basis, limit: 60))
  }
}
