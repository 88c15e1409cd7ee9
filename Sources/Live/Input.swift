public import Board
public import Identity
public import Rows

/// What happened, as the node is told.
public enum Input {
  /// A handshake with a valid session. (One without is closed with 4401 by the transport.) `listsElsewhere`: the page reads
  /// lists of shows and rooms in the channels' logs, and the directory's snapshot is to come without.
  case connected(ConnectionID, Session, listsElsewhere: Bool = false)
  /// One complete text message.
  case message(ConnectionID, [UInt8])
  /// The transport could not write everything it was given; it keeps the rest.
  case choked(ConnectionID)
  /// All of it has been written.
  case drained(ConnectionID)
  /// Gone, for whatever reason; also after a `.close` of ours.
  case disconnected(ConnectionID)

  /// Answers `.load`; nil: there is no such log yet.
  case loaded(Identifier, LoadedLog?)
  case loadFailed(Identifier)
  /// Answers `.read`: the events from the asked seq on, contiguous, or none.
  case caughtUp(Identifier, LogStretch)
  case readFailed(Identifier)
  /// Answers `.find`: the asked commands, and those of them that are in the log; nil: it could not be found out.
  case found(Identifier, [Identifier], [StoredCommand]?)
  /// Answers `.append`, for all of its logs at once or for some of them at a time.
  case appended(BatchID, [AppendOutcome])
  /// Where logs stand, as another node told. Only hints: lost, doubled or late ones do no harm.
  case heads([Standing])
  /// Who is with another node, as it told. Only hints, too.
  case sighted(node: String, [Sighting])
  /// A node was heard of that was not there before.
  case neighbour
  /// Answers `.poll`: the asked logs, and where those of them stand that exist.
  case polled([Identifier], [Standing])
  /// Remembered acts found in the database at start and from time to time.
  case pending([UnfinishedAct])

  /// A command that does not come over a WebSocket; answered by `.answer`. An actor that is not the server is judged
  /// with the rights the directory gives them now.
  indirect case submit(Ticket, organisation: Identifier, Actor, Command)
  /// Asks for the settled state of a log; answered by `.looked`.
  case look(Ticket, organisation: Identifier, log: Identifier)

  /// Signed out or revoked.
  case sessionEnded(Identifier)
  case databaseAvailable(Bool)
  /// The database has answered nothing since then; another node was last heard of at that time, by the same clock. Told
  /// every second for as long as it lasts.
  case unreached(since: Int64, othersHeard: Int64?)
  /// After a fail-over or a restore: what is in memory may never have been. Every log is compared before anything more
  /// is decided on it, and loaded anew where it is not what is stored.
  case databaseReplaced
  /// Facts of layouts up to this one can be read by every node there is. Before this is told, only those of the first
  /// are written.
  case layout(Int)
  /// How much each client may say. It holds for connections made after this.
  case limits(rate: Int, burst: Int)
  /// Time passes: every 100 to 500 ms.
  case tick
  /// All inputs of this round have been told. What was gathered is now appended.
  case roundEnded
  /// No new work; what was accepted is finished, then everyone is sent away and `.stopped` comes.
  case stopping
  /// What was accepted cannot be finished: everyone is sent away.
  case outOfTime
}
