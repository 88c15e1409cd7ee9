import Board
import Fixtures
import Identity
import Rows

@testable import Live

/// A node with what surrounds it: connections, and work the database has been given.
final class SimulatedNode {
  enum Work {
    case load(Identifier)
    case read(Identifier, from: Int64)
    case append(BatchID, Append)
    case find(Identifier, [Identifier])
    case poll([Identifier])
  }

  /// Done in the database at one time, told to the node at another.
  struct Job {
    let work: Work
    var answer: Input?
  }

  var node: Node
  var jobs: [Job] = []
  var links: [ConnectionID: Link] = [:]
  var isDatabaseAvailable = true
  var isStopping = false
  var hasStopped = false

  init(seed: UInt64, limits: Limits) {
    node = Node(limits: limits, generator: Dice(seed: seed))
    node.layout = Fact.newest
  }

  /// What keeps it from stopping.
  var unfinished: [String] {
    node.logs.values.filter { !$0.waiters.isEmpty || !$0.ledger.isSettled }
      .map { log in
        let first = log.waiters.line.first.map { "\($0.command.op) since \($0.arrived)" } ?? "nothing"
        return "\(log.kind) at \(log.ledger.head), \(log.phase): waits \(first), unsettled "
          + "\(log.ledger.speculations.count), in flight \(log.ledger.inFlight != nil), waiters \(log.waiters)"
      }
  }
}
