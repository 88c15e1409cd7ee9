internal import Tables

/// What is noted of a column while a file is read.
struct ColumnNote {
  private(set) var meaning: ColumnReading.Meaning
  var unit: ColumnHeader.Unit?
  var style = ColumnStyle()
  private(set) var certainty = ColumnReading.Certainty.known
  var definition: String?
  /// One a line: a cell that was read and then reported is one.
  private var samples: [Shown] = []
  /// Of the row that is shown before all others.
  private var leading: Shown?

  private struct Shown {
    let line: Int
    let sample: ColumnReading.Sample
  }

  static let mostSamples = 3

  init(_ meaning: ColumnReading.Meaning, definition: String? = nil) {
    self.meaning = meaning
    self.definition = definition
  }

  var needsSamples: Bool { samples.count < Self.mostSamples }

  /// What the team says overrules what the file says, part by part.
  mutating func choose(_ choice: ColumnChoice) {
    certainty = .chosen
    if let chosen = choice.meaning, chosen != meaning {
      meaning = chosen
      definition = nil
    }
    unit = choice.unit
    style = choice.style
  }

  mutating func ignore(_ reason: ColumnReading.Reason) { meaning = .ignored(reason) }

  /// Amounts in another money are named and left, and so is what is counted in a unit it never has.
  func checked(_ header: ColumnHeader, _ platform: Platform?) -> ColumnNote {
    guard case .metric(let key) = meaning, let metric = Metric[key] else { return self }
    var note = self
    if metric.isMoney, header.currency ?? platform?.currency != nil {
      note.ignore(.currency)
    } else if let unit = header.unit, !metric.accepts(unit) {
      note.unit = unit
      note.ignore(.foreignUnit)
    }
    return note
  }

  /// What the team chose is certain; of anything else the least certain part counts.
  mutating func weigh(_ part: ColumnReading.Certainty) {
    guard certainty != .chosen else { return }
    let order = ColumnReading.Certainty.allCases
    if let one = order.firstIndex(of: part), let other = order.firstIndex(of: certainty), one > other {
      certainty = part
    }
  }

  mutating func sample(_ cell: Cell, _ value: ColumnReading.Value?, line: Int) {
    guard needsSamples, line != samples.last?.line else { return }
    samples.append(Shown(line: line, sample: ColumnReading.Sample(raw: cell.raw, read: value)))
  }

  mutating func forgetSamples() { samples = [] }

  /// - Parameter read: the same column of that row alone.
  mutating func lead(with cell: Cell, as read: ColumnNote, line: Int) {
    let value = read.samples.first { $0.line == line }?.sample.read
    leading = Shown(line: line, sample: ColumnReading.Sample(raw: cell.raw, read: value))
  }

  func reading(_ index: Int, of table: Table) -> ColumnReading {
    var meaning = meaning
    var shown = samples
    if shown.isEmpty {
      let rows = table.rows.lazy.filter { !$0.cells[index].isNull }
      shown = rows.prefix(Self.mostSamples).map {
        Shown(line: $0.line, sample: ColumnReading.Sample(raw: $0.cells[index].raw, read: nil))
      }
    }
    if shown.isEmpty, case .ignored(let reason) = meaning, reason != .chosen { meaning = .ignored(.empty) }
    if let leading, !shown.isEmpty { shown = [leading] + shown.filter { $0.line != leading.line } }
    return ColumnReading(
      index: index, header: table.headers[index], meaning: meaning, unit: unit, style: style, certainty: certainty,
      definition: definition, samples: shown.prefix(Self.mostSamples).map(\.sample))
  }
}
