import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

// Connections: made, delivered over, broken.
extension World {
  func connect(_ client: SimulatedClient) {
    let open = nodes.indices.filter { !nodes[$0].hasStopped }
    guard let index = random.pick(open) else { return }
    connections += 1
    let link = Link(id: ConnectionID(connections), node: index, client: client)
    client.link = link
    client.isWelcomed = false
    nodes[index].links[link.id] = link
    receive(
      .connected(link.id, Session(id: client.session, organisation: organisation, member: client.member)), index)
    link.followed = Set(client.follows)
    link.toServer.append(JSON.array([client.hello]).bytes)
  }

  /// The client's side is gone; the node will notice.
  func disconnect(_ client: SimulatedClient) {
    guard let link = client.link else { return }
    client.link = nil
    client.isWelcomed = false
    // What was sent may still arrive.
    while random.chance(50), !link.toServer.isEmpty {
      receive(.message(link.id, link.toServer.removeFirst()), link.node)
    }
    link.toServer = []
    nodes[link.node].links[link.id] = nil
    unnoticed.append((link.node, link.id))
  }

  func notice() {
    guard !unnoticed.isEmpty else { return }
    let gone = unnoticed.remove(at: random.below(unnoticed.count))
    receive(.disconnected(gone.id), gone.node)
  }

  /// Something on its way arrives, at one end or the other.
  func deliver() {
    let links = clients.compactMap(\.link).filter { !$0.toClient.isEmpty || !$0.toServer.isEmpty }
    guard let link = random.pick(links) else { return }
    if !link.toServer.isEmpty, link.toClient.isEmpty || random.chance(50) {
      receive(.message(link.id, link.toServer.removeFirst()), link.node)
    } else if !link.toClient.isEmpty {
      // A slow reader's pipe fills up.
      if link.client.isSlow, !link.isChoked, link.toClient.count > 2 {
        link.isChoked = true
        receive(.choked(link.id), link.node)
      }
      arrive(link.toClient.removeFirst(), link)
    }
    if link.isChoked, link.toClient.isEmpty, link.client.link === link {
      link.isChoked = false
      receive(.drained(link.id), link.node)
    }
  }

  func flush(_ link: Link) { arrive(link.toClient.removeFirst(), link) }

  private func arrive(_ arrival: Link.Arrival, _ link: Link) {
    let client = link.client
    guard client.link === link else { return }
    switch arrival {
    case .message(let bytes):
      note("messages")
      inspect(bytes, for: client)
      guard case .array(let frames)? = try? JSONReader.parse(bytes) else { return fail("not an array of frames") }
      for frame in frames {
        note(frame.type)
        if frame["dup"] == true { note("dup") }
        if let code = frame["code"]?.string { note(code) }
        check(frame, for: client)
        if let wrong = client.take(frame, at: step) { fail("client \(client.number): \(wrong)") }
      }
      for copy in client.copies.values.filter({ $0.records["room"]?["room"]?["phase"] == "vote" }) {
        if copy.all("issue").contains(where: { $0["votes"] != nil }) { fail("votes told while the vote goes on") }
      }
    case .close(let code):
      client.link = nil
      client.isWelcomed = false
      nodes[link.node].links[link.id] = nil
      note("\(code)")
      switch code {
      case .shuttingDown, .databaseUnavailable, .slow, .noHello: break
      case .signInAgain: client.session = random.identifier()
      case .forbidden:
        if truth(organisation).actor(client.member) == nil {
          client.isGone = true
        } else if isUnbroken {
          fail("client \(client.number) was sent away as a stranger")
        }
      default: fail("client \(client.number) closed with \(code)")
      }
    }
  }
}
