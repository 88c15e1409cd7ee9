import CEpoll
import Glibc

/// The measurement: connect, warm up, measure, let the last events arrive.
final class Run {
  private let load: LoadOptions
  private let watch: ProcessWatch
  private let tally = LoadTally()
  private let rooms: [LoadRoom]
  private var members: [LoadMember] = []
  private var senders: [LoadMember] = []
  private var poller = Poller()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private let idleMemory: Int
  /// Open loop: when the next command is due.
  private var due: Int64 = 0
  private var turn = 0

  init(team: Team, load: LoadOptions, watch: ProcessWatch) throws {
    self.load = load
    self.watch = watch
    idleMemory = watch.read().memory
    rooms = team.rooms.map { LoadRoom(id: $0, members: load.members) }
    let ids = LoadCommandID()
    for (number, room) in rooms.enumerated() {
      for member in 0..<load.members {
        let connection = try connect(team, room, cookie: team.cookie(member: member, room: number, of: load), ids)
        guard member < load.senders else { continue }
        connection.sender = Sender(
          load: load, room: room, cards: team.cards[number][member], ids: ids,
          first: (senders.count + 1) * 1_000_000, tally: tally)
        senders.append(connection)
      }
    }
    if let quiet = team.quietRoom {
      let room = LoadRoom(id: quiet, members: load.idle)
      for number in 0..<load.idle {
        _ = try connect(team, room, cookie: team.cookies[number % team.cookies.count], ids)
      }
    }
  }

  deinit { buffer.deallocate() }

  /// Connects one, and reads on for the others meanwhile.
  private func connect(_ team: Team, _ room: LoadRoom, cookie: String, _ ids: LoadCommandID) throws -> LoadMember {
    let number = members.count
    let member = try LoadMember(to: team.address, cookie: cookie, tab: ids.text(number), room: room, tally: tally)
    poller.watch(member.socket, key: number)
    members.append(member)
    try turn(until: Clock.now + 10_000_000_000) { member.hasSnapshot || member.isClosed }
    guard member.hasSnapshot else {
      throw BenchFault("connection \(number) got no snapshot: closed with \(tally.closes)")
    }
    return member
  }

  func measure() throws -> LoadOutcome {
    // A command that the generator was late to send would count as one that the server was slow to answer.
    aftershow_wait_to_the_instant()
    let perConnection = members.isEmpty ? 0 : (watch.read().memory - idleMemory) / members.count
    try send(for: load.warmup)
    tally.isMeasuring = true
    let before = watch.read()
    let start = Clock.now
    try send(for: load.seconds)
    let end = Clock.now
    tally.isMeasuring = false
    let cost = watch.read() - before
    try settle()
    return LoadOutcome(
      load: load, tally: tally, rooms: rooms, from: start, to: end, cost: cost, watch: watch,
      bytesPerConnection: perConnection)
  }

  private func send(for seconds: Double) throws {
    let end = Clock.now + Int64(seconds * 1_000_000_000)
    due = Clock.now
    while Clock.now < end {
      if load.rate > 0 { try sendDue() } else { try fillWindows() }
      try turn(nanoseconds: load.rate > 0 ? untilDue : 10_000_000)
    }
  }

  /// Closed loop: whoever has an answer sends the next.
  private func fillWindows() throws {
    for member in senders where !member.isClosed {
      while let sender = member.sender, sender.hasRoom { try member.socket.send(sender.command(due: Clock.now)) }
    }
  }

  /// Open loop: by the clock, in turn; latency counts from when a command was due, also if no slot was free then.
  /// Uneven steps, as people keep no time: even ones fall in with whatever else has a rhythm, or always miss it.
  private func sendDue() throws {
    let step = Int64(1_000_000_000 / load.rate)
    let now = Clock.now
    while due <= now {
      guard let member = nextSender() else { return }
      try member.socket.send(member.sender!.command(due: due))
      due += Int64.random(in: step / 2...step * 3 / 2)
    }
  }

  /// To the instant: a command sent late would count as one that took long. A millisecond when no slot is free.
  private var untilDue: Int64 {
    let left = due - Clock.now
    return left > 0 ? min(left, 1_000_000) : 1_000_000
  }

  private func nextSender() -> LoadMember? {
    for _ in senders.indices {
      turn = (turn + 1) % senders.count
      if senders[turn].sender!.hasRoom, !senders[turn].isClosed { return senders[turn] }
    }
    return nil
  }

  /// Everything asked is answered, and everything answered has had its time to arrive.
  private func settle() throws {
    try turn(until: Clock.now + 10_000_000_000) { senders.allSatisfy { $0.sender!.unanswered == 0 || $0.isClosed } }
    try turn(until: Clock.now + 5_000_000_000) { rooms.allSatisfy { $0.latencies(from: 0, to: 0).missing == 0 } }
  }

  private func turn(until end: Int64, _ isDone: () -> Bool) throws {
    while !isDone(), Clock.now < end { try turn(nanoseconds: 10_000_000) }
  }

  private func turn(nanoseconds: Int64) throws {
    for key in poller.wait(nanoseconds: nanoseconds) where !members[key].isClosed {
      try members[key].readable(buffer, Clock.now)
      if members[key].isClosed { poller.forget(members[key].socket) }
    }
  }
}
