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

  public static func read(_ table: Table, mapping: ColumnMapping = [:]) throws(TableFault) -> Import<[GoalRow]> {
    var reader = RowReader(table, names, mapping: mapping)
    guard reader.has(.metric), reader.has(.value) else { throw .unrecognised }
    var goals: [GoalRow] = []
    for row in table.rows {
      reader.start(row)
      if let goal = goal(row, &reader) {
        if goals.contains(where: { $0.metric == goal.metric }) {
          reader.report(.duplicate, at: .metric)
        } else {
          goals.append(goal)
        }
      }
    }
    return reader.result(goals, accepted: goals.count)
  }

  private static func goal(_ row: Table.Row, _ reader: inout RowReader<Column>) -> GoalRow? {
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
    let unit = ColumnHeader(name.raw).unit == nil ? nil : ColumnHeader(name.raw)
    let reading = reader.read(.value) { cell, header throws(CellFault) in try metric.reading(cell, unit ?? header) }
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
