public import Identity
import JSON

/// The final value of one metric of a show, with where it is from: what stands as a row beside the show's log, for
/// whoever compares shows without reading them.
public struct Figure: Sendable, Equatable {
  public let metric: String
  public let value: Double
  /// The version of the metric's definition it holds for.
  public let version: Int
  /// The id of the numbers it is of; of a formula's result, its newest part is of.
  public let snapshot: String
  /// A formula gave it.
  public let isDerived: Bool
  /// Where those numbers came from, when, and who brought them.
  public let source: Numbers.Source
  public let at: Int64
  public let by: Identifier
  /// What they were called.
  public let label: String?

  /// Raised whenever figures of the same snapshots come out differently: a metric has a new version or formula, or the
  /// rule is another. Rows of an earlier edition are written anew.
  public static let edition = 1

  /// As `keep_figures.sql` reads them.
  public static func encode(_ figures: [Figure]) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for figure in figures {
      json.object { json in
        json.member("metric", figure.metric)
        json.member("version", figure.version)
        json.member("value", figure.value)
        json.member("snapshot", figure.snapshot)
        json.member("derived", figure.isDerived)
        json.member("source", figure.source.rawValue)
        json.member("label", figure.label)
        json.member("at", figure.at)
        json.member("by", figure.by)
      }
    }
    json.endArray()
    return json.bytes
  }
}

extension LogFold {
  /// A metric's figure: the newest, or the one of that snapshot, which holds it or is the newest part of what a formula
  /// gave.
  func figure(_ metric: String, of snapshot: String? = nil) -> (value: Double, version: Int, snapshot: String)? {
    if let snapshot, let numbers = find(snapshot, as: Numbers.self), let value = numbers.values[metric] {
      return (value, numbers.versions[metric] ?? 1, snapshot)
    }
    guard let latest = latestNumbers, let value = latest.values[metric], let from = latest.from[metric],
      snapshot == nil || snapshot == from
    else { return nil }
    return (value, latest.versions[metric] ?? 1, from)
  }

  /// Of each metric of which a number is known, in the order of their keys.
  public var figures: [Figure] {
    guard let latest = latestNumbers else { return [] }
    return latest.values.sorted { $0.key < $1.key }.compactMap { metric, value in
      guard let id = latest.from[metric], let numbers = find(id, as: Numbers.self) else { return nil }
      return Figure(
        metric: metric, value: value, version: latest.versions[metric] ?? 1, snapshot: id,
        isDerived: latest.derived.contains(metric), source: numbers.source, at: numbers.at, by: numbers.by,
        label: numbers.label)
    }
  }
}
