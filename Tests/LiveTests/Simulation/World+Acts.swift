import Board
import Fixtures
import Identity
import JSON

@testable import Live

// What people do.
extension World {
  func act(_ client: SimulatedClient) {
    guard !client.isGone else { return }
    guard let link = client.link else { return random.chance(50) ? connect(client) : () }
    guard client.isWelcomed else { return }
    if random.chance(10) { return wander(client, link) }
    guard client.outbox.count < 12, let asked = choose(for: client) else { return resend(client) }
    client.outbox.append(asked)
    client.history.append(asked)
    self.asked[asked.id.description] = (asked, client.member)
    link.toServer.append(JSON.array([asked.frame]).bytes)
    // The other tab of the same member may send the very same.
    if random.chance(3), let twin = clients.first(where: { $0.member == client.member && $0 !== client }) {
      twin.link?.toServer.append(JSON.array([asked.frame]).bytes)
    }
  }

  func recover(_ client: SimulatedClient) {
    guard !client.isGone else { return }
    guard let link = client.link else { return connect(client) }
    guard client.isWelcomed else { return }
    for log in client.follows where !link.followed.contains(log) { subscribe(client, link, log) }
    if random.chance(5) { resend(client) }
  }

  private func resend(_ client: SimulatedClient) {
    guard let asked = random.pick(client.outbox) else { return }
    client.link?.toServer.append(JSON.array([asked.frame]).bytes)
  }

  /// Looks elsewhere, types, leaves a log or comes back to it.
  private func wander(_ client: SimulatedClient, _ link: Link) {
    guard let log = random.pick(client.follows) else { return }
    switch random.below(6) {
    case 0 where log != organisation && link.followed.contains(log):
      link.followed.remove(log)
      link.left.insert(log)
      link.toServer.append(JSON.array([["t": "unsub", "log": .string(log.description)]]).bytes)
    case 1: link.toServer.append(JSON.array([["t": "ping", "n": 1]]).bytes)
    case 2:
      let doing = random.pick(["reading", "writing", "away"]) ?? "away"
      link.toServer.append(
        JSON.array([["t": "here", "log": .string(log.description), "doing": .string(doing)]]).bytes)
    default:
      client.follows = logs(of: Set(LogKind.allCases))
      for log in client.follows where !link.followed.contains(log) { subscribe(client, link, log) }
    }
  }

  private func subscribe(_ client: SimulatedClient, _ link: Link, _ log: Identifier) {
    link.followed.insert(log)
    link.late.insert(log)
    link.toServer.append(
      JSON.array([
        .object(
          members(
            ("t", "sub"), ("log", .string(log.description)), ("at", client.copies[log]?.position ?? .null)))
      ]).bytes)
  }

  private func choose(for client: SimulatedClient) -> Asked? {
    guard let log = random.pick(client.follows), let copy = client.copies[log] else { return nil }
    guard let kind = truth(organisation).knows(log: log), let wish = wish(copy, client, log, kind) else { return nil }
    return Asked(
      id: random.identifier(), log: log, op: wish.op, args: wish.args, on: wish.on, alwaysStores: wish.alwaysStores,
      isSecret: wish.isSecret, sentAt: step)
  }
}

/// A command before it has an id.
struct Wish {
  let op: String
  let args: JSON
  var on: Int64?
  var alwaysStores = false
  var isSecret = false

  init(_ op: String, _ args: JSON, on: JSON? = nil, alwaysStores: Bool = false, isSecret: Bool = false) {
    self.op = op
    self.args = args
    self.on = on?.int.map(Int64.init)
    self.alwaysStores = alwaysStores
    self.isSecret = isSecret
  }
}
