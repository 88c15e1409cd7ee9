public import Identity

/// A row of what search finds as it is written: of which log, and as of which event.
public struct SearchWrite: Sendable, Equatable {
  public var log: Identifier
  public var organisation: Identifier
  public var seq: Int64
  public var row: SearchRow
  /// The words as they are compared, and the grams by which they are found.
  public var folded: String
  public var grams: [Int32]

  public init(
    log: Identifier, organisation: Identifier, seq: Int64, row: SearchRow, folded: String, grams: [Int32]
  ) {
    (self.log, self.organisation, self.seq, self.row) = (log, organisation, seq, row)
    (self.folded, self.grams) = (folded, grams)
  }
}

/// Events of a log, those behind `since` up to `till`, of which everything that search finds has been written.
public struct SearchStretch: Sendable, Equatable {
  public let log: Identifier
  public let since: Int64
  public let till: Int64

  public init(log: Identifier, since: Int64, till: Int64) {
    (self.log, self.since, self.till) = (log, since, till)
  }
}

/// What a search asks for.
public struct SearchQuestion: Sendable, Equatable {
  public var organisation: Identifier
  public var grams: [Int32]
  public var words: [String]
  public var phrase: String
  /// Logs of which nothing may be told.
  public var without: [Identifier] = []
  /// Nil: all.
  public var kinds: [String]?
  public var offset: Int
  /// Milliseconds since 1970: words whose time has come are not found.
  public var now: Int64

  public init(
    organisation: Identifier, grams: [Int32], words: [String], phrase: String, kinds: [String]?, offset: Int, now: Int64
  ) {
    (self.organisation, self.grams, self.words, self.phrase) = (organisation, grams, words, phrase)
    (self.kinds, self.offset, self.now) = (kinds, offset, now)
  }
}

/// What a search found.
public struct SearchAnswer: Sendable, Equatable {
  public struct Count: Sendable, Equatable {
    public let kind: String
    public let log: Identifier
    public let count: Int

    public init(kind: String, log: Identifier, count: Int) {
      (self.kind, self.log, self.count) = (kind, log, count)
    }
  }

  public struct Hit: Sendable, Equatable {
    public let kind: String
    public let log: Identifier
    public let record: String
    public let at: Int64
    /// JSON.
    public let told: [UInt8]

    public init(kind: String, log: Identifier, record: String, at: Int64, told: [UInt8]) {
      (self.kind, self.log, self.record, self.at, self.told) = (kind, log, record, at, told)
    }
  }

  /// All there is, by kind and log.
  public var counts: [Count] = []
  /// One page, the best first.
  public var hits: [Hit] = []

  public init() {}
}
