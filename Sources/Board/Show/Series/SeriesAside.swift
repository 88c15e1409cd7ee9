import JSON

/// A series by which no curve goes: a newer one of the same columns took its place, or it was taken back. It is kept as it
/// was, and can be brought back.
public struct SeriesAside: Sendable, Equatable, Codable {
  public var series: Series
  public var isWithdrawn = false
  /// Its file was taken back: it stands again when that is brought back.
  var isFileWithdrawn = false

  /// Whether it would count, were there no newer one.
  var stands: Bool { !isWithdrawn && !isFileWithdrawn }
}

extension SeriesAside: Recorded {
  static var kind: RecordKind { .seriesAside }
  static let told = """
    `id, from, minutes, columns:[{metric?,label,cumulative}], taken?, file?, why: "replaced"\\|"withdrawn"`: one that is \
    drawn nowhere, because a newer one of the same columns counts, or because it was taken back
    """
  public var id: String { series.id }
  var record: Record { .seriesAside(self) }

  init?(_ record: Record) {
    guard case .seriesAside(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("from", series.from)
    json.member("minutes", series.minutes)
    Series.write(series.columns, into: &json)
    if series.taken > 0 { json.member("taken", series.taken) }
    json.member("file", series.file)
    json.member("why", stands ? "replaced" : "withdrawn")
  }
}
