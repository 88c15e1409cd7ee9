import Board
import Identity

/// An event that has been applied but not committed: to be released, or taken back and decided again.
/// A class, so that everyone who looks at it shares one copy.
final class Speculation {
  var request: Submission
  let event: Event
  /// What applying it changed.
  let changes: [Change]
  let body: [UInt8]
  let decision: Decision
  /// What takes it back, where whoever asked wants to be told.
  let undo: Opposite?
  /// A request that was judged on the state this event made. It is answered when the event is committed.
  var riders: [Rider] = []

  init(request: Submission, event: Event, changes: [Change], body: [UInt8], decision: Decision, undo: Opposite?) {
    self.request = request
    self.event = event
    self.changes = changes
    self.body = body
    self.decision = decision
    self.undo = undo
  }

  /// Its own, then its riders'.
  var requests: [Submission] { riders.reduce(into: [request]) { $0.append($1.request) } }
}

struct Rider {
  enum Verdict {
    /// The same command again.
    case same
    case unchanged
    case refused(Refusal)
  }

  let request: Submission
  let verdict: Verdict

  func answer(to speculation: Speculation) -> Answer {
    switch verdict {
    case .same where request.asker.member == speculation.event.by: .known(seq: speculation.event.seq)
    case .same: .refused(Refusal(.taken))
    case .unchanged: .unchanged(seq: speculation.event.seq)
    case .refused(let refusal): .refused(refusal)
    }
  }
}
