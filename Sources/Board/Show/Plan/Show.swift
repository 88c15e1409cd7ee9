public import Identity
import JSON

/// A 场次. All times are milliseconds UTC.
public struct Show: Sendable, Equatable, Codable {
  public let organisation: Identifier
  public let channel: String
  public var title: String
  public var plannedStart: Int64
  public var plannedEnd: Int64?
  public var start: Int64?
  public var end: Int64?
  /// What a platform's file said last.
  public var told: Times?

  /// When it really began and ended.
  public struct Times: Sendable, Equatable, Codable {
    public let start: Int64?
    public let end: Int64?
  }

  /// Where offsets are counted from: the real start, planned until known.
  public var origin: Int64 { start ?? plannedStart }

  /// Seconds from the show's start.
  public func offset(of time: Int64) -> Int { Int((Double(time - origin) / 1000).rounded(.down)) }
}

extension Show: Recorded {
  static var kind: RecordKind { .show }
  static let told = """
    `id:"show", channel, title, plannedStart, plannedEnd?, start?, end?, told?:{start?,end?}` (`told`: what \
    a platform's file said last, as long as it contradicts what is known)
    """
  public var id: String { "show" }
  var record: Record { .show(self) }

  init?(_ record: Record) {
    guard case .show(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("channel", channel)
    json.member("title", title)
    json.member("plannedStart", plannedStart)
    json.member("plannedEnd", plannedEnd)
    json.member("start", start)
    json.member("end", end)
    guard let told, told.contradicts(self) else { return }
    json.object("told") { json in
      json.member("start", told.start)
      json.member("end", told.end)
    }
  }
}

extension Show.Times {
  /// Whether the show is known to have begun or ended at another time. Files tell minutes.
  fileprivate func contradicts(_ show: Show) -> Bool {
    func differ(_ told: Int64?, _ known: Int64?) -> Bool {
      guard let told, let known else { return false }
      return abs(told - known) >= 60_000
    }
    return differ(start, show.start) || differ(end, show.end)
  }
}
