import Board
import Identity

// Release: committed events go to everyone who follows the log.
extension Node {
  /// `entries` have just joined the log's tail. `answering`: connections that are about to get an answer, which is to
  /// come in one message with the event.
  mutating func fanOut(_ log: LiveLog, _ entries: [TailEntry], answering: [ConnectionID] = []) {
    guard let first = entries.first else { return }
    let reviewed = log.kind == .directory && entries.contains { $0.touches(.member) } ? reviewRights(in: log) : []
    let apart = takeApart(log, entries, answering)
    // Frames said before must go first: an event must not overtake the page it follows.
    flush()
    for audience in Audience.allCases {
      let circle = log.followers.circle(audience)
      guard !circle.isEmpty else { continue }
      let frame = ServerFrame.events(log: log.id, from: first.seq, entries.map { $0.bytes(for: audience) })
      effects.append(.broadcast(circle, Outgoing([frame])))
    }
    for following in apart {
      let events = entries.map { $0.bytes(for: following.member, of: following.audience) }
      say(ServerFrame.events(log: log.id, from: first.seq, events), to: following.connection)
      log.followers.welcome(following)
    }
    for connection in reviewed { advance(connection) }
    if entries.contains(where: \.erasesWords) { beginAgain(log) }
  }

  /// Whoever is being given a page from before an erasing gets a new one: words may stand in its rest.
  private mutating func beginAgain(_ log: LiveLog) {
    for following in log.followers.all {
      if case .paging = following.state { restart(following) }
    }
  }

  /// Those at the head who get something of their own leave their circle for the moment.
  private func takeApart(_ log: LiveLog, _ entries: [TailEntry], _ answering: [ConnectionID]) -> [Following] {
    var apart: [Following] = []
    func take(_ following: Following) {
      guard case .current = following.state else { return }
      log.followers.rest(following, at: log.ledger.head)
      apart.append(following)
    }
    let insiders = entries.reduce(into: Set<Identifier>()) { $0.formUnion($1.insiders) }
    for member in insiders.sorted() { log.followers.byMember[member]?.forEach(take) }
    for id in answering {
      if let following = connections[id]?.following(log.id) { take(following) }
    }
    return apart
  }
}
