public import Identity

/// A log as the database holds it at one moment.
public struct LoadedLog: Sendable, Equatable {
  public let organisation: Identifier
  /// Its kind; one that is unknown here is a newer version's.
  public let kind: String
  public let standing: Standing
  public let checkpoint: CheckpointRow?
  /// Contiguous, behind the checkpoint (from 1 when there is none), up to the head or as many as were asked for.
  public let events: [EventRow]
  /// The words of the whole log that are kept.
  public let texts: [TextRow]

  public init(
    organisation: Identifier, kind: String, standing: Standing, checkpoint: CheckpointRow?, events: [EventRow],
    texts: [TextRow]
  ) {
    self.organisation = organisation
    self.kind = kind
    self.standing = standing
    self.checkpoint = checkpoint
    self.events = events
    self.texts = texts
  }
}

/// The folded state after event `seq`, without erasable words.
public struct CheckpointRow: Sendable, Equatable {
  public let seq: Int64
  public let tag: UInt64
  /// When event `seq` happened.
  public let at: Int64
  public let body: [UInt8]

  public init(seq: Int64, tag: UInt64, at: Int64, body: [UInt8]) {
    self.seq = seq
    self.tag = tag
    self.at = at
    self.body = body
  }
}

/// Events of a log, contiguous, with the words they brought as far as those are kept.
public struct LogStretch: Sendable, Equatable {
  public let events: [EventRow]
  public let texts: [TextRow]

  public init(events: [EventRow], texts: [TextRow] = []) {
    self.events = events
    self.texts = texts
  }
}
