import ArgumentParser
import JSON

struct Crowd: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Many come into the rooms of a camp, wait there and go, in waves: what they leave in memory.")

  @Option(help: "Connections, spread over the camp's members and rooms.")
  var connections = 10_000

  @Option(help: "How often all of them come and go.")
  var waves = 1

  @OptionGroup var options: CampOptions

  func run() throws {
    let (camp, watch) = try options.open()
    let ids = LoadCommandID()
    let calm = watch.descriptors
    var inside: [JSON] = []
    var after: [JSON] = []
    let before = watch.read().memory
    for _ in 0..<waves {
      let guests = Guests()
      try guests.fill(camp, connections, ids)
      inside.append(.int(watch.read().memory))
      guests.leave()
      // The server has noticed when it has let go of their sockets.
      try guests.wait(for: "leaving") { watch.descriptors <= calm }
      after.append(.int(watch.read().memory))
    }
    let outcome: JSON = [
      "connections": .int(connections), "before": .int(before), "inside": .array(inside), "after": .array(after),
    ]
    print(outcome.text)
  }
}
