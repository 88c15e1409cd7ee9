public import Board
public import Identity
public import Rows

/// A settled state to be written as a checkpoint. Sendable, so that the encoding, which takes milliseconds for a
/// large log, need not happen on the node's thread. While it is held, the next event copies what it changes.
public struct Checkpoint: Sendable, Equatable {
  public let log: Identifier
  public let seq: Int64
  public let tag: UInt64
  public let at: Int64
  /// The event the log ended with when it was loaded. If that is no longer stored, this state must not be either.
  public let base: Standing
  public let fold: LogFold

  public func encoded() -> CheckpointRow { CheckpointRow(seq: seq, tag: tag, at: at, body: fold.encode()) }
}
