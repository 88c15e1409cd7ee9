/// What search finds of one record of a log, as of one event of it. Without words: nothing.
public struct SearchRow: Sendable, Equatable {
  public var record: String
  public var kind: String
  /// When what it speaks of was.
  public var at: Int64
  /// When its words are forgotten; nil keeps them.
  public var expires: Int64?
  /// Nil: it is found no more.
  public var words: String?
  /// JSON: what is told of a hit.
  public var told: [UInt8]

  public init(record: String, kind: String, at: Int64, expires: Int64?, words: String?, told: [UInt8]) {
    (self.record, self.kind, self.at, self.expires) = (record, kind, at, expires)
    (self.words, self.told) = (words, told)
  }

  /// A record that is found no more.
  public init(gone record: String) {
    self.init(record: record, kind: "", at: 0, expires: nil, words: nil, told: Array("{}".utf8))
  }
}
