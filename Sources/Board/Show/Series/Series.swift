import JSON

/// What the minute series of a file are, and where they peak. The numbers themselves load when looked at.
public struct Series: Sendable, Equatable, Codable {
  public let id: String
  /// The first value's time, milliseconds UTC.
  public let from: Int64
  public let minutes: Int
  public let columns: [Column]
  public var peaks: [Extreme]
  public var troughs: [Extreme]
  /// The file they came from.
  var file: String?
  /// The event that took it, or brought it back: of the same columns the greatest counts.
  @AddedLater var taken: Int64 = 0

  public struct Column: Sendable, Equatable, Codable {
    public let metric: String?
    public let label: String
    /// Whether each value counts from the start of the show, not from the minute before.
    public let cumulative: Bool
  }

  /// A turn of the curve of people online, in seconds from the show's start.
  public struct Extreme: Sendable, Equatable, Codable {
    public var offset: Int
    public let value: Double
  }
}

extension Series: Recorded {
  static var kind: RecordKind { .series }
  static let told = """
    `id, from (time of the first value), minutes, columns:[{metric?,label,cumulative}], \
    peaks:[{offset,value}], troughs:[{offset,value}], taken? (the greatest is the newest), file?`: one that counts
    """
  var record: Record { .series(self) }

  init?(_ record: Record) {
    guard case .series(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("from", from)
    json.member("minutes", minutes)
    Series.write(columns, into: &json)
    Series.write(peaks, as: "peaks", into: &json)
    Series.write(troughs, as: "troughs", into: &json)
    if taken > 0 { json.member("taken", taken) }
    json.member("file", file)
  }
}

extension Series {
  static func write(_ columns: [Column], into json: inout JSONWriter) {
    json.array("columns") { json in
      for column in columns {
        json.object { json in
          json.member("metric", column.metric)
          json.member("label", column.label)
          json.member("cumulative", column.cumulative)
        }
      }
    }
  }

  private static func write(_ extremes: [Extreme], as key: StaticString, into json: inout JSONWriter) {
    json.array(key) { json in
      for extreme in extremes {
        json.object { json in
          json.member("offset", extreme.offset)
          json.member("value", number: extreme.value)
        }
      }
    }
  }
}
