import Board
import Identity
import Rows

// Presence: who is here, at whatever node. It is sent at most once, and never stored.
extension Node {
  mutating func note(_ stance: Stance, in id: Identifier, _ connection: Connection) {
    guard let following = connection.following(id), following.log.isLive, following.log.hasPresence else { return }
    mark(following, stance)
  }

  /// A newcomer is told of everyone, and everyone is told of the newcomer.
  mutating func greetPresence(_ following: Following) {
    let log = following.log
    guard log.hasPresence else { return }
    let greeting = presences[log.id]?.greeting { ServerFrame.here(log: log.id, $0, $1) }
    if let greeting { mention(greeting, to: following.connection) }
    mark(following, Stance(.reading))
  }

  private mutating func mark(_ following: Following, _ stance: Stance) {
    presence(of: following.log.id).marks.mark(
      .connection(following.connection.id), following.member, stance, at: now.monotonic,
      until: now.monotonic + limits.presence)
  }

  mutating func unmark(_ following: Following) {
    presences[following.log.id]?.marks.remove(.connection(following.connection.id), following.member)
  }

  private mutating func presence(of log: Identifier) -> Presence {
    if let presence = presences[log] { return presence }
    let presence = Presence()
    presences[log] = presence
    return presence
  }

  /// Members of the log heard of within a minute, at whatever node; nil while the others have not been heard for so long.
  func present(in log: LiveLog) -> Set<Identifier>? {
    guard let hearsSince, now.monotonic - hearsSince >= limits.presenceMemory else { return nil }
    return presences[log.id]?.marks.present(now: now.monotonic, within: limits.presenceMemory) ?? []
  }

  // MARK: Other nodes

  /// Another node says who is with it. It also does for logs that nobody here looks at yet.
  mutating func take(_ sightings: [Sighting], of node: String) {
    for sighting in sightings {
      let presence = presence(of: sighting.log)
      let time = now.monotonic - max(0, sighting.age)
      if let stance = sighting.stance {
        presence.marks.mark(
          .node(node), sighting.member, stance, at: time, until: now.monotonic + limits.presenceElsewhere)
      } else {
        presence.marks.hear(sighting.member, at: time)
        presence.marks.remove(.node(node), sighting.member)
      }
    }
  }

  /// A node that was not there before is told of everyone at once.
  mutating func greetNode() { nextRoll = .min }

  // MARK: Telling

  mutating func tellPresence() {
    let isRoll = now.monotonic >= nextRoll
    if isRoll { nextRoll = now.monotonic + limits.presenceRoll }
    var sightings: [Sighting] = []
    for (id, presence) in presences.sorted(by: { $0.key < $1.key }) {
      presence.marks.expire(now: now.monotonic, memory: limits.presenceMemory)
      tellFollowers(of: id, presence)
      sightings += presence.sightings(of: id, now: now.monotonic, pause: limits.presencePause, isAll: isRoll)
      if presence.isEmpty { presences[id] = nil }
    }
    if !sightings.isEmpty { effects.append(.sighted(sightings)) }
  }

  private mutating func tellFollowers(of id: Identifier, _ presence: Presence) {
    let log = logs[id]
    let told = presence.news(now: now, pause: limits.presencePause) { log?.veil($0) ?? $0 }
    guard let told, let log else { return }
    let outgoing = Outgoing([ServerFrame.here(log: id, told.news, told.writing)])
    for audience in Audience.allCases {
      let circle = log.followers.circle(audience)
      if !circle.isEmpty { effects.append(.broadcast(circle, outgoing)) }
    }
  }
}

extension LiveLog {
  /// People meet in shows and rooms; the directory and the playbook are followed by everyone.
  var hasPresence: Bool { kind == .show || kind == .room }

  /// As much of what a member does as everyone may know. While issues are hidden, the time at which someone writes would
  /// tell which issue is theirs. An issue that not everyone sees is never named. Who writes without their name reads, at
  /// no place: on an anonymous issue nobody but its author may.
  fileprivate func veil(_ stance: Stance) -> Stance {
    if stance.isUnnamed { return Stance(min(stance.doing, .reading)) }
    let doing = stance.doing == .writing && isBlind ? .reading : stance.doing
    return Stance(doing, issue: stance.issue.flatMap { isSeen(issue: $0) ? $0 : nil })
  }

  private var isBlind: Bool {
    guard kind == .room else { return false }
    guard case .room(let room)? = ledger.fold[RecordKey(.room, "room")] else { return true }
    return !room.revealed
  }

  private func isSeen(issue: String) -> Bool {
    guard case .issue(let issue)? = ledger.fold[RecordKey(.issue, issue)] else { return false }
    return issue.revealed
  }
}
