import Identity
import Rows

/// What somebody was told of a log's presence, and what is to be told: once a pause at most, the latest wins.
struct PresenceNews {
  struct Item: Equatable {
    let member: Identifier
    let was: Stance?
    let `is`: Stance?
  }

  private(set) var told: [Identifier: Stance] = [:]
  private var changed: Set<Identifier> = []
  private var pausedUntil: Int64 = .min

  var isEmpty: Bool { told.isEmpty && changed.isEmpty }

  mutating func note(_ members: Set<Identifier>) {
    if !members.isEmpty { changed.formUnion(members) }
  }

  func isDue(_ now: Int64) -> Bool { !changed.isEmpty && now >= pausedUntil }

  /// Members of whom something else is to be said than was.
  mutating func take(_ now: Int64, pause: Int64, _ stance: (Identifier) -> Stance?) -> [Item] {
    guard isDue(now) else { return [] }
    var news: [Item] = []
    for member in changed.sorted() {
      let item = Item(member: member, was: told[member], is: stance(member))
      guard item.was != item.is else { continue }
      told[member] = item.is
      news.append(item)
    }
    changed.removeAll(keepingCapacity: true)
    if !news.isEmpty { pausedUntil = now + pause }
    return news
  }
}
