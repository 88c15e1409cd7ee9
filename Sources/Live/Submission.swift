import Board
import Identity

/// A command on its way: who asked, who is to be told, how long it has waited.
final class Submission {
  enum Asker {
    /// Judged with the rights the directory gives them when their turn comes.
    case member(Identifier)
    case server(Actor)

    var member: Identifier {
      switch self {
      case .member(let member): member
      case .server(let actor): actor.member
      }
    }
  }

  enum Origin {
    case connection(ConnectionID)
    case ticket(Ticket)
    /// Another log's event asks for it; that log is told.
    case act(PendingAct, source: Identifier, organisation: Identifier)
    /// The command that tells the source log the outcome.
    case settling(PendingAct)
    /// A channel's log, which takes in what the directory lists of it.
    case gathering
    /// The time of a room has run out, of that run.
    case expiry
  }

  let command: Command
  let asker: Asker
  let origin: Origin
  let arrived: Int64
  /// How often its event was refused by the database because another node's came first.
  var losses = 0
  /// The database refused a batch this was in. From now on it goes alone.
  var goesAlone = false
  /// The event the log ended with when the database was asked: up to it, the command is not stored. Nil: it was not
  /// asked.
  var absentUpTo: Int64?

  init(command: Command, asker: Asker, origin: Origin, arrived: Int64) {
    self.command = command
    self.asker = asker
    self.origin = origin
    self.arrived = arrived
  }

  var connection: ConnectionID? { if case .connection(let id) = origin { id } else { nil } }
}

/// What becomes of a request.
enum Answer {
  case stored(seq: Int64, undo: Opposite? = nil)
  /// It took effect before.
  case known(seq: Int64)
  case unchanged(seq: Int64)
  case refused(Refusal)
}
