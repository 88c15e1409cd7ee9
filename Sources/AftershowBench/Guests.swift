/// Guests that are listened to together.
final class Guests {
  private(set) var all: [Guest] = []
  private var poller = Poller()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)

  deinit { buffer.deallocate() }

  @discardableResult
  func add(_ guest: Guest) -> Guest {
    poller.watch(guest.socket, key: all.count)
    all.append(guest)
    return guest
  }

  /// Listens until it is so; nobody may be sent away meanwhile.
  func wait(seconds: Int64 = 60, for what: String, _ isDone: () -> Bool) throws {
    let end = Clock.now + seconds * 1_000_000_000
    while !isDone() {
      guard Clock.now < end else { throw BenchFault("\(what): not within \(seconds) s") }
      for key in poller.wait(nanoseconds: 10_000_000) {
        try all[key].readable(buffer, Clock.now)
        if case .ended(let code) = all[key].stage { throw BenchFault("\(what): number \(key) was closed with \(code)") }
      }
    }
  }

  /// Connects many, a few at a time, spread over the camp's members and rooms, and waits until all have joined.
  func fill(_ camp: Camp, _ count: Int, atOnce: Int = 64, _ ids: LoadCommandID) throws {
    for start in stride(from: 0, to: count, by: atOnce) {
      let some = try (start..<min(start + atOnce, count)).map { number in
        let place = camp.place(number)
        return add(try Guest(to: camp.address, cookie: place.cookie, tab: ids.text(number), room: place.room))
      }
      try wait(for: "joining") { some.allSatisfy(\.hasJoined) }
    }
  }

  /// Everyone goes, without a word.
  func leave() { all = [] }
}
