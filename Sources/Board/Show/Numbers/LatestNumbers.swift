import JSON
import Metrics

/// The newest number of each metric of a show: what goals, comparisons, lists and the rows beside the log go by, and the
/// only rule of it (`NewestValues`). Made anew whenever numbers come, and never stored among the records, for it follows
/// from them.
public struct LatestNumbers: Sendable, Equatable, Codable {
  public let values: [String: Double]
  /// The id of the numbers each is of, or, of a formula's result, its newest part is of.
  let from: [String: String]
  /// The metrics whose value a formula gave.
  let derived: Set<String>
  /// The versions of the definitions the values hold for, where it is not the first.
  let versions: [String: Int]

  /// Nil where all of them have been taken back.
  init?(of all: [Numbers]) {
    let inOrder = all.filter(\.counts).sorted { ($0.seq, $0.id) < ($1.seq, $1.id) }
    if inOrder.isEmpty { return nil }
    let newest = NewestValues(inOrder.map { .init($0.values, versions: $0.versions) }).byMetric
    values = newest.mapValues(\.value)
    from = newest.mapValues { inOrder[$0.snapshot].id }
    derived = Set(newest.filter(\.value.isDerived).keys)
    versions = newest.mapValues(\.version).filter { $0.value != 1 }
  }
}

extension LatestNumbers: Recorded {
  static var kind: RecordKind { .latest }
  static let told = """
    `id:"latest", values:{metric: number}, from:{metric: snapshot}, derived?:[metric], versions?:{metric: number}`: the \
    newest number of each metric, whichever snapshot holds it. `derived`: a formula gave it, and `from` is its newest \
    part's. `versions`: of which version of its definition it is, where that is not the first
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
    if !derived.isEmpty { json.array("derived") { json in for metric in derived.sorted() { json.string(metric) } } }
    if !versions.isEmpty { json.member("versions", numbers: versions.mapValues(Double.init)) }
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
