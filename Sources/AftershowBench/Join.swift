import ArgumentParser
import JSON

struct Join: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One member after the other comes into a room of a camp: how long it takes and what it costs.")

  @Option(help: "Joiners.")
  var joiners = 1

  @Option(help: "Which member is the first of them; the others follow.")
  var first = 0

  @Option(help: "Which of the camp's rooms.")
  var room = 0

  @OptionGroup var options: CampOptions

  func run() throws {
    let (camp, watch) = try options.open()
    let ids = LoadCommandID()
    let guests = Guests()
    var milliseconds: [JSON] = []
    var cpu: [JSON] = []
    for number in first..<first + joiners {
      let guest = guests.add(
        try Guest(
          to: camp.address, cookie: camp.cookies[number % camp.cookies.count], tab: ids.text(number),
          room: Array(camp.rooms[room].utf8), isEager: false))
      try guests.wait(for: "upgrade") { guest.isOpen }
      let before = watch.read()
      try guest.greet(Clock.now)
      try guests.wait(for: "joining") { guest.hasJoined }
      milliseconds.append(.double(Double(guest.joinedAt - guest.greetedAt) / 1_000_000))
      try guest.ping()
      try guests.wait(for: "pong") { guest.pongs > 0 }
      cpu.append(.double((watch.read() - before).server * 1000))
    }
    let outcome: JSON = [
      "milliseconds": .array(milliseconds), "cpuMilliseconds": .array(cpu),
      "bytes": .int(guests.all.last?.received ?? 0),
    ]
    print(outcome.text)
  }
}
