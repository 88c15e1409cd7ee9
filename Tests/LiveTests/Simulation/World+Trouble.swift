import Board
import Fixtures
import Identity

@testable import Live

// What may go wrong.
extension World {
  func trouble() {
    switch random.below(100) {
    case 0..<30: if let client = random.pick(clients) { disconnect(client) }
    case 30..<60: notice()
    case 60..<75:
      let index = random.below(nodes.count)
      if nodes[index].isDatabaseAvailable {
        if random.chance(30) { loseDatabase(index) }
      } else {
        restoreDatabase(index)
      }
    case 75..<80:
      if let client = random.pick(clients) { receive(.sessionEnded(client.session), random.below(nodes.count)) }
    case 80..<84: crash(random.below(nodes.count))
    case 84..<88: stop(random.below(nodes.count))
    case 88..<91: pass(Int64(random.below(8_000)))
    case 91..<94: rewind()
    // An older node has come, or gone.
    case 94..<96: for index in nodes.indices { receive(.layout(random.chance(50) ? 1 : Fact.newest), index) }
    default: for index in nodes.indices where !nodes[index].isDatabaseAvailable { restoreDatabase(index) }
    }
  }

  /// kill -9: some of what it asked the database happens yet, nobody is told.
  private func crash(_ index: Int) {
    note("crashes")
    for job in nodes[index].jobs where job.answer == nil && random.chance(50) { _ = perform(job.work) }
    replace(index)
  }

  /// SIGTERM: it finishes what it has accepted, given time.
  private func stop(_ index: Int) {
    note("stops")
    restoreDatabase(index)
    receive(.stopping, index)
    for _ in 0..<200 where !nodes[index].hasStopped {
      while let job = nodes[index].jobs.first {
        nodes[index].jobs.removeFirst()
        receive(job.answer ?? perform(job.work), index)
      }
      receive(.roundEnded, index)
    }
    if !nodes[index].hasStopped { fail("a node does not stop: \(nodes[index].unfinished)") }
    // Everyone has been told; what was told arrives.
    for client in clients where client.link?.node == index {
      while let link = client.link, !link.toClient.isEmpty, failures.isEmpty { flush(link) }
      if client.link?.node == index { fail("client \(client.number) was not sent away") }
    }
    replace(index)
  }

  private func replace(_ index: Int) {
    for client in clients where client.link?.node == index {
      client.link = nil
      client.isWelcomed = false
    }
    unnoticed.removeAll { $0.node == index }
    hints.removeAll { $0.node == index }
    nodes[index] = SimulatedNode(seed: random.next(), limits: limits)
  }
}
