import JSON
import Metrics

/// The newest number of each metric of a show: what goals, comparisons and lists go by. Made anew whenever numbers
/// come, and never stored, for it follows from them.
public struct LatestNumbers: Sendable, Equatable, Codable {
  public let values: [String: Double]
  /// The id of the numbers each is of, or, of a formula's result, its newest part is of.
  let from: [String: String]

  /// Nil where all of them have been taken back.
  init?(of all: [Numbers]) {
    let inOrder = all.filter(\.counts).sorted { ($0.seq, $0.id) < ($1.seq, $1.id) }
    if inOrder.isEmpty { return nil }
    let newest = NewestValues(inOrder.map(\.values)).byMetric
    values = newest.mapValues(\.value)
    from = newest.mapValues { inOrder[$0.snapshot].id }
  }
}

extension LatestNumbers: Recorded {
  static var kind: RecordKind { .latest }
  static let told = """
    `id:"latest", values:{metric: number}, from:{metric: snapshot}`: the newest number of each metric, \
    whichever snapshot holds it
    """
  public var id: String { "latest" }
  var record: Record { .latest(self) }

  init?(_ record: Record) {
    guard case .latest(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("values", numbers: values)
    json.object("from") { json in
      for (metric, source) in from.sorted(by: { $0.key < $1.key }) {
        json.key(named: metric)
        json.string(source)
      }
    }
  }
}

extension LogFold {
  /// The newest number of each metric; nil before the first.
  public var latestNumbers: LatestNumbers? { only() }

  mutating func applyNumbers(_ numbers: Numbers) {
    put(numbers)
    goByNewestNumbers()
  }

  mutating func withdrawNumbers(_ id: String, _ isWithdrawn: Bool) {
    revise(Numbers.self, id) { $0.isWithdrawn = isWithdrawn }
    goByNewestNumbers()
  }

  mutating func goByNewestNumbers() {
    if let latest = LatestNumbers(of: all(Numbers.self)) { put(latest) } else { remove(LatestNumbers.self, "latest") }
  }
}
