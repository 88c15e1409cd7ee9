import Identity

/// The connections of one audience that are at the head and free. What they get is one list and one message, whatever
/// their number.
struct Circle {
  private(set) var connections: [ConnectionID] = []
  private var followings: [Following] = []

  mutating func insert(_ following: Following) {
    following.state = .current(connections.count)
    connections.append(following.connection.id)
    followings.append(following)
  }

  /// Takes out the following at `index`; the last one takes its place.
  mutating func remove(at index: Int) {
    let last = followings.removeLast()
    connections.removeLast()
    guard index < followings.count else { return }
    followings[index] = last
    connections[index] = last.connection.id
    last.state = .current(index)
  }
}
