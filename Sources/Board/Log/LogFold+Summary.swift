import JSON

extension LogFold {
  /// The small JSON beside the log row: what lists, carry-over and comparison read instead of the events.
  public func summary() -> [UInt8] {
    var json = JSONWriter()
    json.object { _ in }
    return json.bytes
  }
}
