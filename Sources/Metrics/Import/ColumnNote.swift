internal import Tables

/// What is noted of a column while a file is read.
struct ColumnNote {
  private(set) var meaning: ColumnReading.Meaning
  var unit: ColumnHeader.Unit?
  var style = ColumnStyle()
  private(set) var certainty = ColumnReading.Certainty.known
  var definition: String?
  private var samples: [ColumnReading.Sample] = []
  /// The line of the last of them: a cell that was read and then reported is one.
  private var sampledLine = 0

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
    guard needsSamples, line != sampledLine else { return }
    sampledLine = line
    samples.append(ColumnReading.Sample(raw: cell.raw, read: value))
  }

  func reading(_ index: Int, of table: Table) -> ColumnReading {
    var meaning = meaning
    var samples = samples
    if samples.isEmpty {
      let cells = table.rows.lazy.map { $0.cells[index] }.filter { !$0.isNull }
      samples = cells.prefix(Self.mostSamples).map { ColumnReading.Sample(raw: $0.raw, read: nil) }
    }
    if samples.isEmpty, case .ignored(let reason) = meaning, reason != .chosen { meaning = .ignored(.empty) }
    return ColumnReading(
      index: index, header: table.headers[index], meaning: meaning, unit: unit, style: style, certainty: certainty,
      definition: definition, samples: samples)
  }
}
