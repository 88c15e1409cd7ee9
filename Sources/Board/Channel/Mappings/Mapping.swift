import JSON

/// What a team decided the columns of a source's files to mean, kept for the next file of that source: a kind of file of
/// one platform.
public struct Mapping: Sendable, Equatable, Codable {
  /// `<kind of file>.<platform's key, or other>`.
  public let id: String
  public var columns: [Column]
  /// Nobody is to go by it any more.
  var isForgotten: Bool

  /// One of them. What is nil the file itself says; words are the importers', as a choice has them.
  public struct Column: Sendable, Equatable, Codable {
    /// The header as it is matched.
    public let key: String
    public var metric: String?
    public var field: String?
    /// Numbers of no known metric, kept under their own name.
    public var isSeries: Bool?
    public var isIgnored: Bool?
    public var unit: String?
    public var style: [String: String]

    public init(
      key: String, metric: String?, field: String?, isSeries: Bool?, isIgnored: Bool?, unit: String?,
      style: [String: String]
    ) {
      (self.key, self.metric, self.field) = (key, metric, field)
      (self.isSeries, self.isIgnored, self.unit, self.style) = (isSeries, isIgnored, unit, style)
    }
  }
}

extension Mapping: Recorded {
  static var kind: RecordKind { .mapping }
  static let told = """
    `id (kind of file, ".", platform or "other"), columns:[{key, meaning?:{metric}\\|{field}\\|{series:true}\\|\
    {ignored:"chosen"}, unit?, style?:{ratio?,duration?,time?,series?,marks?,order?}}]`: what somebody decided the \
    columns of such files to mean
    """
  var record: Record { .mapping(self) }

  init?(_ record: Record) {
    guard case .mapping(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { !isForgotten }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.array("columns") { json in
      for column in columns { json.object { json in column.write(into: &json) } }
    }
  }
}

extension Mapping.Column {
  fileprivate func write(into json: inout JSONWriter) {
    json.member("key", key)
    if metric != nil || field != nil || isSeries != nil || isIgnored != nil {
      json.object("meaning") { json in
        json.member("metric", metric)
        json.member("field", field)
        json.member("series", isSeries)
        if isIgnored == true { json.member("ignored", "chosen") }
      }
    }
    json.member("unit", unit)
    if style.isEmpty { return }
    json.object("style") { json in
      for (name, value) in style.sorted(by: { $0.key < $1.key }) {
        json.key(named: name)
        json.string(value)
      }
    }
  }
}

extension LogFold {
  /// What a channel remembers of columns, by source; nothing of what was forgotten.
  public var mappings: [Mapping] { all(Mapping.self).filter { !$0.isForgotten } }
}
