import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

/// Nodes, a database, clients and everything that may go wrong between them, all of it decided by one seed.
final class World {
  let seed: UInt64
  /// Whether the database is rewound: in every third run it is not, and nothing is excused by that.
  let mayRewind: Bool
  let limits: Limits
  let database: FakeDatabase
  let organisation: Identifier
  var random: Dice
  var nodes: [SimulatedNode] = []
  var clients: [SimulatedClient] = []
  var wall: Int64
  var monotonic: Int64 = 1_000
  var step = 0
  var isCalm = false
  var connections: UInt64 = 0
  /// Disconnections the node has not noticed yet.
  var unnoticed: [(node: Int, id: ConnectionID)] = []
  /// Hints on their way between nodes.
  var hints: [(node: Int, standing: Standing)] = []
  /// Cards by the number in their text.
  var cards: [(author: Identifier, room: Identifier)] = []
  var asked: [String: (asked: Asked, member: Identifier)] = [:]
  /// What was, and is no longer, since the database was rewound.
  var past = Past()
  var failures: [String] = []
  var seen: [String: Int] = [:]

  init(seed: UInt64, nodes count: Int = 2, clients: Int = 6) {
    self.seed = seed
    mayRewind = seed % 3 != 0
    random = Dice(seed: seed)
    var limits = Limits()
    // Small, so that their edges are met.
    limits.tailEvents = 24
    limits.chunk = 2_000
    limits.part = 3_000
    limits.checkpointEvery = 20
    limits.checkpointAtRest = 3
    limits.idle = 5_000
    self.limits = limits
    let bench = Bench(seed: seed).found()
    let private_ = Identifier(high: 0xbbbb, low: 3)
    bench.submit("member.join", ["name": "苏", "roles": ["private", "floor"]], as: .server(for: private_))
    let floor = Identifier(high: 0xbbbb, low: 4)
    bench.submit("member.join", ["name": "韩", "roles": ["backstage"]], as: .server(for: floor))
    _ = bench.openRoom()
    _ = bench.openRoom()
    database = bench.database
    organisation = bench.organisation
    wall = bench.time.wall
    // As before there were channels' logs: what one of them lists is to be gathered.
    if let log = channelLogs.first { database.restore(database.logs.filter { $0.key != log }) }
    for _ in 0..<count { self.nodes.append(SimulatedNode(seed: random.next(), limits: limits)) }
    let members = [bench.lead, bench.host, private_, floor]
    for number in 0..<clients {
      // The fifth is the lead's second tab.
      let member = members[number % members.count]
      let client = SimulatedClient(
        number: number, member: member, session: random.identifier(), isSlow: number == 2)
      client.follows = logs(of: Set(LogKind.allCases))
      self.clients.append(client)
    }
  }

  func logs(of kinds: Set<LogKind>) -> [Identifier] {
    let directory = truth(organisation)
    var logs: [Identifier] = []
    if kinds.contains(.directory) { logs.append(organisation) }
    if kinds.contains(.playbook) { logs.append(LogFold.playbook(of: organisation)) }
    for key in directory.keys.sorted()
    where key.kind == .room && kinds.contains(.room) || key.kind == .show && kinds.contains(.show) {
      if let id = Identifier(key.id) { logs.append(id) }
    }
    // Not more than one connection may follow.
    if kinds.contains(.channel) { logs += channelLogs.prefix(3) }
    return logs
  }

  var channelLogs: [Identifier] {
    truth(organisation).records(.channel).values.compactMap {
      if case .channel(let channel) = $0 { channel.log } else { nil }
    }.sorted()
  }

  /// What the run has met, so that one that met nothing is noticed.
  var summary: String {
    let asked = clients.flatMap(\.history)
    let met = seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return
      "\(database.storedAt.count) events, \(asked.filter { $0.seq != nil }.count) of \(asked.count) accepted, \(met)"
  }

  func note(_ what: String) { seen[what, default: 0] += 1 }

  func truth(_ log: Identifier) -> LogFold {
    database.logs[log]?.fold ?? LogFold(log: log, kind: .playbook)
  }

  func fail(_ what: String) {
    if failures.count < 10 { failures.append("seed \(seed), step \(step): \(what)") }
  }

  // MARK: Running

  func run(steps: Int) {
    for _ in 0..<steps where failures.isEmpty { advance() }
    heal()
  }

  private func advance() {
    step += 1
    database.step = step
    if random.chance(3) { past.backups = past.backups.suffix(2) + [database.logs] }
    pass(Int64(random.below(40)))
    switch random.below(100) {
    case 0..<35: if let client = random.pick(clients) { act(client) }
    case 35..<65: for _ in 0...random.below(6) { deliver() }
    case 65..<90: for _ in 0...random.below(3) { work() }
    case 90..<94: hint()
    default: trouble()
    }
    for index in nodes.indices where random.chance(60) { receive(.roundEnded, index) }
  }

  func pass(_ milliseconds: Int64) {
    // People's clock may jump; the other one may not.
    wall += random.chance(1) ? -500 : milliseconds
    let before = monotonic / 200
    monotonic += milliseconds
    if monotonic / 200 != before { for index in nodes.indices { receive(.tick, index) } }
    if monotonic / 200 != before, random.chance(5), let index = nodes.indices.randomElement(using: &random) {
      receive(.pending(database.pending), index)
    }
  }

  /// No more trouble, no more commands: everything on its way arrives.
  private func heal() {
    isCalm = true
    for index in nodes.indices where !nodes[index].isDatabaseAvailable { restoreDatabase(index) }
    for index in nodes.indices { receive(.layout(Fact.newest), index) }
    for round in 0..<4_000 where failures.isEmpty {
      step += 1
      database.step = step
      pass(40)
      for client in clients { recover(client) }
      for _ in 0..<12 { deliver() }
      for _ in 0..<6 { work() }
      hint()
      notice()
      if round % 50 == 0 { for index in nodes.indices { receive(.pending(database.pending), index) } }
      for index in nodes.indices { receive(.roundEnded, index) }
      if round % 20 == 0, isQuiet { return }
    }
    if failures.isEmpty { fail("never came to rest: \(restlessness)") }
  }

  private var isQuiet: Bool { restlessness.isEmpty }

  /// What is still to come.
  private var restlessness: String {
    for client in clients where !client.isGone {
      guard let link = client.link, client.isWelcomed else { return "client \(client.number) is not connected" }
      guard client.outbox.isEmpty else {
        return "client \(client.number) waits for \(client.outbox[0].op), \(client.outbox[0].refusal ?? "")"
      }
      guard link.toClient.isEmpty, link.toServer.isEmpty else { return "messages on their way" }
      for log in client.follows {
        let head = Int64(database.logs[log]?.rows.count ?? 0)
        guard link.followed.contains(log) else { return "client \(client.number) does not follow" }
        guard client.copies[log]?.seq == head else {
          return "client \(client.number) is at \(client.copies[log]?.seq ?? -1) of \(head)"
        }
      }
    }
    for node in nodes {
      for log in node.node.logs.values where log.isLive && !database.holds(log.ledger.standing) {
        return "a node holds a \(log.kind) that never was"
      }
    }
    if !database.pending.isEmpty { return "acts unfinished" }
    return ""
  }
}
