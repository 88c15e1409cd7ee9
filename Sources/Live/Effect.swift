public import Board
public import Identity
public import Rows

/// What is to be done, in this order.
public enum Effect: Equatable {
  case send(ConnectionID, Outgoing)
  /// The same message to each of them.
  case broadcast([ConnectionID], Outgoing)
  /// The connection is closed after everything sent to it before. The reason is at most 123 bytes.
  case close(ConnectionID, CloseCode, reason: String)

  /// Answered by `.loaded` or `.loadFailed`.
  case load(Identifier)
  /// Answered by `.caughtUp` or `.readFailed`. `from` is the event the log ends with here: it tells whether what
  /// follows continues it. 1 of a log that is empty here.
  case read(Identifier, from: Int64)
  /// Answered by `.found`: which of these commands are in the log? Only what is older than the node remembers is asked.
  case find(Identifier, [Identifier])
  /// Answered by `.appended`.
  case append(BatchID, [Append])
  /// Answered by `.polled`.
  case poll([Identifier])
  /// This node has moved the head. The other nodes are told, several heads in one message.
  case hint(Standing)
  /// Who is with this node, and where. The other nodes are told.
  case sighted([Sighting])
  /// A checkpoint to be written when convenient. An older one must not replace a newer one.
  indirect case saveCheckpoint(Checkpoint)
  /// The log's checkpoint cannot be read and is to be deleted.
  case dropCheckpoint(Identifier)
  case report(Trouble)
  /// This remembered act of that log is done although nothing was appended to the log.
  case forget(log: Identifier, act: Identifier)

  case answer(Ticket, Result<Acknowledgement, Refusal>)
  /// The look is to be read and let go: as long as it is held, the next event copies what it changes.
  indirect case looked(Ticket, Result<Look, Refusal>)

  /// There is more to send: end another round without waiting for anything to happen.
  case wake
  /// Stopping is complete: nothing is in flight and everyone has been sent away.
  case stopped
}

/// A log's settled state.
public struct Look: Sendable, Equatable {
  public let fold: LogFold
  public let standing: Standing
  public var head: Int64 { standing.head }
}
