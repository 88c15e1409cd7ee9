/// Deadlines in ticks, each added, cancelled and found in constant time: four wheels of 64 slots, of which each turns
/// once while the next moves one slot (Varghese and Lauck's hierarchy).
///
/// Pure: whoever owns it says what time it is. libwebsockets keeps its own timers in one sorted list whose insertion
/// scans from the head; with a timer a connection that is quadratic (realtime.md 6.3 item 5).
struct TimingWheel<Payload> {
  struct Token: Hashable, Sendable {
    fileprivate var index: Int32
    fileprivate var generation: UInt32
  }

  private static var levels: Int { 4 }
  private static var sentinels: Int { levels << 6 }

  private struct Node {
    var next: Int32
    var previous: Int32
    var slot: Int32 = -1
    var generation: UInt32 = 0
    var expiry: UInt64 = 0
    var payload: Payload?
  }

  /// The tick up to which everything due has been handed out.
  private(set) var now: UInt64
  private(set) var count = 0
  /// The first 256 are the slots: heads of circular lists through `next` and `previous`.
  private var nodes: [Node]
  private var free: Int32 = -1
  private var occupied: [UInt64]

  init(now: UInt64 = 0) {
    self.now = now
    nodes = (0..<Int32(Self.sentinels)).map { Node(next: $0, previous: $0) }
    occupied = Array(repeating: 0, count: Self.levels)
  }

  /// A deadline already past is due at the next tick.
  mutating func add(_ payload: Payload, at expiry: UInt64) -> Token {
    let index = takeNode()
    nodes[Int(index)].payload = payload
    nodes[Int(index)].expiry = max(expiry, now + 1)
    place(index)
    count += 1
    return Token(index: index, generation: nodes[Int(index)].generation)
  }

  /// What was to come, or `nil` when it has come or was cancelled before.
  @discardableResult mutating func cancel(_ token: Token) -> Payload? {
    let index = Int(token.index)
    guard nodes[index].generation == token.generation, nodes[index].payload != nil else { return nil }
    unlink(token.index)
    return release(token.index)
  }

  /// The tick at which ``advance(to:)`` has something to do, `nil` when nothing is waiting. It may be early: a
  /// far deadline is first moved to a finer wheel.
  var next: UInt64? {
    var earliest: UInt64?
    for level in 0..<Self.levels where occupied[level] != 0 {
      let shift = UInt64(6 * level)
      let turn = (now >> shift) + 1
      let tick = (turn + UInt64(rotated(occupied[level], by: turn & 63).trailingZeroBitCount)) << shift
      earliest = min(earliest ?? tick, tick)
    }
    return earliest
  }

  /// Everything due up to and including `tick`, in the order of the deadlines, equal ones in the order of adding.
  mutating func advance(to tick: UInt64) -> [Payload] {
    var due: [Payload] = []
    while let turn = next, turn <= tick {
      now = turn
      for level in stride(from: Self.levels - 1, to: 0, by: -1) where turn & ((1 << UInt64(6 * level)) - 1) == 0 {
        let slot = Int32(level << 6) + Int32((turn >> UInt64(6 * level)) & 63)
        for index in empty(slot) { place(index) }
      }
      for index in empty(Int32(turn & 63)) {
        if let payload = release(index) { due.append(payload) }
      }
    }
    now = max(now, tick)
    return due
  }

  private mutating func place(_ index: Int32) {
    let expiry = nodes[Int(index)].expiry
    // Farther than the wheels reach: as far as they do; the true deadline is looked at again there.
    let reach: UInt64 = (1 << UInt64(6 * Self.levels)) - 1
    let distance = min(expiry - now, reach)
    let level = distance < 64 ? 0 : (63 - distance.leadingZeroBitCount) / 6
    let position = ((now + distance) >> UInt64(6 * level)) & 63
    let slot = Int32(level << 6) + Int32(position)
    let last = nodes[Int(slot)].previous
    nodes[Int(index)].slot = slot
    nodes[Int(index)].next = slot
    nodes[Int(index)].previous = last
    nodes[Int(last)].next = index
    nodes[Int(slot)].previous = index
    occupied[level] |= 1 << position
  }

  private mutating func unlink(_ index: Int32) {
    let node = nodes[Int(index)]
    nodes[Int(node.previous)].next = node.next
    nodes[Int(node.next)].previous = node.previous
    if nodes[Int(node.slot)].next == node.slot { occupied[Int(node.slot) >> 6] &= ~(1 << UInt64(node.slot & 63)) }
  }

  private mutating func empty(_ slot: Int32) -> [Int32] {
    var indices: [Int32] = []
    var index = nodes[Int(slot)].next
    while index != slot {
      indices.append(index)
      index = nodes[Int(index)].next
    }
    nodes[Int(slot)].next = slot
    nodes[Int(slot)].previous = slot
    occupied[Int(slot) >> 6] &= ~(1 << UInt64(slot & 63))
    return indices
  }

  private mutating func takeNode() -> Int32 {
    guard free >= 0 else {
      nodes.append(Node(next: -1, previous: -1))
      return Int32(nodes.count - 1)
    }
    let index = free
    free = nodes[Int(index)].next
    return index
  }

  private mutating func release(_ index: Int32) -> Payload? {
    let payload = nodes[Int(index)].payload.take()
    nodes[Int(index)].generation &+= 1
    nodes[Int(index)].next = free
    free = index
    count -= 1
    return payload
  }

  private func rotated(_ bits: UInt64, by distance: UInt64) -> UInt64 {
    distance == 0 ? bits : bits >> distance | bits << (64 - distance)
  }
}
