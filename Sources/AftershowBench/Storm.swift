import ArgumentParser
import Glibc
import JSON

struct Storm: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Everyone loses the connection, misses some events and comes back at once.")

  @Option(help: "Connections, spread over the camp's members and rooms.")
  var connections = 2000

  @Option(help: "Events of each room they miss.")
  var missed = 20

  @Flag(help: "Before they come back, print an empty line and wait for one on standard input.")
  var pause = false

  @OptionGroup var options: CampOptions

  func run() throws {
    let (camp, watch) = try options.open()
    let calm = watch.descriptors
    let ids = LoadCommandID()
    var guests = Guests()
    try guests.fill(camp, connections, ids)
    let visits = guests.all.map(\.visit)
    guests.leave()
    try guests.wait(for: "leaving") { watch.descriptors <= calm }
    let lead = try Conversation(to: camp.address, cookie: camp.cookies[0])
    var heads: [[UInt8]: Int64] = [:]
    for room in camp.rooms { heads[Array(room.utf8)] = try happen(in: room, lead) }
    if pause {
      print()
      fflush(nil)
      _ = readLine()
    }
    let before = watch.read()
    let start = Clock.now
    guests = Guests()
    for (number, visit) in visits.enumerated() {
      let head = heads[visit.room] ?? 0
      guests.add(
        try Guest(
          to: camp.address, cookie: camp.place(number).cookie, tab: ids.text(number), room: visit.room,
          returning: (visit.positions, head - Int64(missed) + 1, head)))
    }
    try guests.wait(for: "coming back") { guests.all.allSatisfy { $0.hasJoined || $0.snapshots > 0 } }
    let cost = watch.read() - before
    let times = guests.all.map { Double($0.joinedAt - start) / 1_000_000 }.sorted()
    let outcome: JSON = [
      "connections": .int(connections), "milliseconds": .double(times[times.count - 1]),
      "median": .double(times[times.count / 2]), "cpuMilliseconds": .double(cost.server * 1000),
      "snapshots": .int(guests.all.reduce(0) { $0 + $1.snapshots }),
      "bytes": .int(guests.all.reduce(0) { $0 + $1.received }),
    ]
    print(outcome.text)
  }

  /// A card is edited again and again; the head after that.
  private func happen(in room: String, _ lead: Conversation) throws -> Int64 {
    try lead.follow(room)
    guard let card = lead.records("issue", of: room).values.first, let id = card["id"]?.string else {
      throw BenchFault("a room without a card")
    }
    var head = card["edited"]?.int ?? 0
    for number in 0..<missed {
      // No card has these words yet: an edit that changes nothing is no event.
      let edit = Arena.room.edit(id, Filling.words(10_000 + number))
      head = try lead.send(edit.op, to: room, edit.args, on: head)
    }
    try lead.leave(room)
    return Int64(head)
  }
}
