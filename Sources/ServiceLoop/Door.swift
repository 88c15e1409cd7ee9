/// The places at the door: connections that are no WebSockets yet, and who has to go when somebody else comes.
///
/// Strangers cannot keep others out. A network has a share of the places, the last places are for connections that have
/// shown a session, and a connection that has not said what it wants yet makes room for the next.
///
/// Pure: its owner accepts and closes the connections.
struct Door<Guest: Hashable> {
  enum Standing {
    /// Has not said all of it: the headers are not here, or not the body of someone nobody knows.
    case asking
    case served
    /// Was answered, and may ask again; or takes its answer slowly.
    case resting
  }

  enum Entry: Equatable {
    case place
    /// There is a place once this one has been sent away.
    case placeOf(Guest)
    /// The share is taken by people who are being served.
    case refused
  }

  private struct Place {
    var standing: Standing
    /// When it came to stand like that.
    var since: UInt64
    var isKnown = false
  }

  /// How many there are, how many of them a network may take, and how many are kept for those with a session.
  let places: Int
  let share: Int
  let kept: Int

  private var guests: [String: [Guest: Place]] = [:]
  private var homes: [Guest: String] = [:]
  private var steps: UInt64 = 0
  private var known = 0

  init(places: Int, share: Int, kept: Int) {
    self.places = places
    self.share = share
    // A door of a few places keeps none back.
    self.kept = min(kept, places / 8)
  }

  var count: Int { homes.count }

  /// Whether so many strangers are here that only a session lets another request in.
  var isCrowded: Bool { count - known > places - kept }

  /// Whether nobody can come before somebody goes by themselves.
  var isFull: Bool { count >= places && leastWanted == nil }

  /// A newcomer from a network; nil: from a proxy, behind which there may be anyone. To be asked when the door is not
  /// full.
  mutating func enter(_ guest: Guest, from network: String?) -> Entry {
    var victim: Guest?
    if let network, hasShare(network) {
      victim =
        longest(.asking, in: network) ?? longest(.resting, in: network) ?? longest(.resting, in: network, known: true)
      if victim == nil { return .refused }
    } else if count >= places {
      victim = leastWanted
    }
    if let victim { leave(victim) }
    settle(guest, Place(standing: .asking, since: step()), in: network ?? "")
    return victim.map(Entry.placeOf) ?? .place
  }

  mutating func leave(_ guest: Guest) { _ = take(guest) }

  mutating func change(_ guest: Guest, to standing: Standing) {
    guard let home = homes[guest] else { return }
    let since = step()
    guests[home]?[guest]?.standing = standing
    guests[home]?[guest]?.since = since
  }

  /// It has shown a session.
  mutating func recognise(_ guest: Guest) {
    guard let home = homes[guest], guests[home]?[guest]?.isKnown == false else { return }
    guests[home]?[guest]?.isKnown = true
    known += 1
  }

  /// A proxy has told for whom it speaks. False: that network's share is taken.
  mutating func move(_ guest: Guest, to network: String) -> Bool {
    guard homes[guest] != network else { return true }
    guard !hasShare(network), let place = take(guest) else { return homes[guest] == nil }
    settle(guest, place, in: network)
    return true
  }

  // MARK: -

  private func hasShare(_ network: String) -> Bool { guests[network]?.count ?? 0 >= share }

  /// Of the network with the most guests the one that has been asking longest; where strangers stand on the kept
  /// places, also one that rests.
  private var leastWanted: Guest? {
    var crowds = guests.keys.sorted { (guests[$0]?.count ?? 0, $0) > (guests[$1]?.count ?? 0, $1) }[...]
    if let asking = crowds.lazy.compactMap({ longest(.asking, in: $0) }).first { return asking }
    if !isCrowded { crowds = [] }
    return crowds.lazy.compactMap { longest(.resting, in: $0) }.first
  }

  private func longest(_ standing: Standing, in network: String, known: Bool = false) -> Guest? {
    guests[network]?.lazy.filter { $0.value.standing == standing && $0.value.isKnown == known }
      .min { $0.value.since < $1.value.since }?.key
  }

  private mutating func take(_ guest: Guest) -> Place? {
    guard let home = homes.removeValue(forKey: guest), let place = guests[home]?.removeValue(forKey: guest) else {
      return nil
    }
    if guests[home]?.isEmpty == true { guests[home] = nil }
    if place.isKnown { known -= 1 }
    return place
  }

  private mutating func settle(_ guest: Guest, _ place: Place, in network: String) {
    homes[guest] = network
    guests[network, default: [:]][guest] = place
    if place.isKnown { known += 1 }
  }

  private mutating func step() -> UInt64 {
    steps += 1
    return steps
  }
}
