import Board
import Identity
import JSON

// A channel's log takes in what the directory lists of it: what was made before there were such logs, or by a node that
// does not know them, as one may be there whose layout is older.
extension Node {
  /// Part by part, until there is nothing left.
  mutating func gather(_ log: LiveLog) {
    guard let directory = logs[log.organisation], directory.ledger.head > 0 else { return }
    let request = Submission(
      command: Command(
        id: .random(using: &generator), log: log.id, op: "channel.gather",
        args: ["at": .number(.int(directory.ledger.head))]),
      asker: .server(.server(for: log.organisation)), origin: .gathering, arrived: now.monotonic)
    // An id nobody has seen.
    request.absentUpTo = log.ledger.head
    enqueue(request, of: log.organisation)
  }

  /// `organisation`: of that one alone; nil: of all.
  mutating func gatherChannels(of organisation: Identifier? = nil) {
    for log in logs.values.sorted(by: { $0.id < $1.id }) where log.kind == .channel && log.isLive {
      if organisation ?? log.organisation == log.organisation { gather(log) }
    }
  }

  /// Facts up to this layout can be read by every node there is.
  mutating func take(layout: Int) {
    let wasHeld = self.layout < Fact.newest
    self.layout = layout
    if wasHeld, layout >= Fact.newest { gatherChannels() }
  }
}
