/// Whether numbers in the order of time are a running total or what came in each bucket. A running total never falls.
struct RunningTotal {
  private let count: Int
  private let rises: Int
  private let falls: Int

  init(_ values: [Double]) {
    count = values.count
    let steps = zip(values, values.dropFirst())
    rises = steps.count { $0 < $1 }
    falls = steps.count { $0 > $1 }
  }

  /// So many numbers without a fall are no accident.
  private static let enough = 8

  /// - Parameter isNamed: the header says so, `累计…`.
  func kind(isNamed: Bool) -> (MinuteSeries.Kind, ColumnReading.Certainty) {
    if isNamed { return (.cumulative, falls == 0 ? .known : .unsure) }
    if falls > 0 || rises < 2 { return (.perBucket, rises == 1 && falls == 0 && count == 2 ? .unsure : .known) }
    return rises >= Self.enough / 2 && count >= Self.enough ? (.cumulative, .decided) : (.cumulative, .unsure)
  }
}
