import Board
import Identity
import Live
import ServiceLoop

/// What HTTP routes, imports and the demonstration ask of the node.
extension Stage {
  /// Has a command judged, committed and seen; `then` comes after the commit.
  func submit(
    _ command: Command, by actor: Actor, in organisation: Identifier,
    then: @escaping @ServiceLoop (Result<Acknowledgement, Refusal>) -> Void
  ) {
    let ticket = nextTicket()
    answers[ticket] = then
    tell(.submit(ticket, organisation: organisation, actor, command))
  }

  /// The settled state of a log of that organisation. Not to be kept beyond `then`.
  func look(
    at log: Identifier, in organisation: Identifier,
    then: @escaping @ServiceLoop (Result<Look, Refusal>) -> Void
  ) {
    let ticket = nextTicket()
    looks[ticket] = then
    tell(.look(ticket, organisation: organisation, log: log))
  }

  func submit(_ command: Command, by actor: Actor, in organisation: Identifier) async -> Result<
    Acknowledgement, Refusal
  > {
    await withCheckedContinuation { continuation in
      submit(command, by: actor, in: organisation) { continuation.resume(returning: $0) }
    }
  }
}
