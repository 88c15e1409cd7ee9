public import Identity
import JSON
import Metrics

/// The show's numbers as they stood at a time. Numbers change for days: a later import makes others.
public struct Numbers: Sendable, Equatable, Codable {
  public let id: String
  public let source: Source
  public let label: String?
  public let at: Int64
  public let by: Identifier
  public let values: [String: Double]
  /// The event that took it: the greatest is the newest.
  let seq: Int64
  /// Taken back: it stays to be read, and no figure goes by it.
  @AddedLater public var isWithdrawn: Bool
  /// The versions of the definitions its values hold for, where it is not the first.
  @AddedLater var versions: [String: Int]
  /// The file they came from.
  var file: String?
  /// Their file was taken back: they count again when that is brought back.
  @AddedLater var isFileWithdrawn: Bool = false

  /// Whether figures go by them.
  public var counts: Bool { !isWithdrawn && !isFileWithdrawn }

  public enum Source: String, Sendable, Codable, CaseIterable { case typed, summary, list }
}

extension Numbers: Recorded {
  static var kind: RecordKind { .snapshot }
  static let told = """
    `id, source: "typed"\\|"summary"\\|"list", label?, at, by, values:{metric: number}, versions?:{metric: number}, file?, \
    withdrawn? (true: no figure goes by it)`
    """
  var record: Record { .snapshot(self) }

  init?(_ record: Record) {
    guard case .snapshot(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("source", source.rawValue)
    json.member("label", label)
    json.member("at", at)
    json.member("by", by)
    json.member("values", numbers: values)
    if !versions.isEmpty { json.member("versions", numbers: versions.mapValues(Double.init)) }
    json.member("file", file)
    if !counts { json.member("withdrawn", true) }
  }
}

extension Numbers {
  /// The versions of now of those metrics that are not of the first.
  static func versions(of metrics: some Sequence<String>) -> [String: Int] {
    metrics.reduce(into: [:]) { versions, key in
      if let version = Metric[key]?.version, version != 1 { versions[key] = version }
    }
  }
}
