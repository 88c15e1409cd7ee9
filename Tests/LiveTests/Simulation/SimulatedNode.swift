import Board
import Fixtures
import Identity

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
  }

  /// What keeps it from stopping.
  var unfinished: [String] {
    node.logs.values.filter { !$0.queue.isEmpty || !$0.sought.isEmpty || !$0.isSettled || !$0.deferred.isEmpty }
      .map { log in
        let first = log.queue.first.map { "\($0.command.op) since \($0.arrived)" } ?? "nothing"
        return "\(log.kind) at \(log.head): waits \(first), sought \(log.sought.count), unsettled "
          + "\(log.speculations.count), in flight \(log.inFlight != nil), reading \(log.isReading) "
          + "\(log.mustRead), live \(log.isLive), deferred \(log.deferred.count), needers \(log.needers.count)"
      }
  }
}
