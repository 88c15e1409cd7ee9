import Board
import Identity

@testable import Live

/// A node with what surrounds it: connections, and work the database has been given.
final class SimulatedNode {
  enum Work {
    case load(Identifier)
    case read(Identifier, after: Int64)
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
    node = Node(limits: limits, generator: Seeded(seed))
  }
}
