import Board
import Identity

// Presence: who is here. It is sent at most once, and never stored.
extension Node {
  mutating func note(_ doing: Doing, in id: Identifier, _ connection: Connection) {
    guard let following = connection.following(id), following.log.isLive, following.log.hasPresence else { return }
    mark(following, doing)
  }

  /// A newcomer is told of everyone, and everyone is told of the newcomer.
  mutating func greetPresence(_ following: Following) {
    let log = following.log
    guard log.hasPresence else { return }
    let greeting = log.followers.presence.greeting { ServerFrame.here(log: log.id, $0) }
    if let greeting { mention(greeting, to: following.connection) }
    mark(following, .reading)
  }

  private mutating func mark(_ following: Following, _ doing: Doing) {
    following.log.followers.presence.mark(
      following.connection.id, following.member, doing, until: now.monotonic + limits.presence)
    attended.insert(following.log.id)
  }

  mutating func tellPresence() {
    for id in attended.sorted() {
      guard let log = logs[id] else {
        attended.remove(id)
        continue
      }
      let news = log.followers.presence.news(now: now.monotonic, pause: limits.presencePause, isBlind: log.isBlind)
      if log.followers.presence.isEmpty { attended.remove(id) }
      guard !news.isEmpty else { continue }
      let outgoing = Outgoing([ServerFrame.here(log: id, news)])
      for audience in Audience.allCases {
        let circle = log.followers.circle(audience)
        if !circle.isEmpty { effects.append(.broadcast(circle, outgoing)) }
      }
    }
  }
}

extension LiveLog {
  /// People meet in shows and rooms; the directory and the playbook are followed by everyone.
  var hasPresence: Bool { kind == .show || kind == .room }

  /// While issues are hidden, the time at which someone writes would tell which issue is theirs.
  var isBlind: Bool {
    guard kind == .room else { return false }
    guard case .room(let room)? = ledger.fold[RecordKey(.room, "room")] else { return true }
    return !room.revealed
  }
}
