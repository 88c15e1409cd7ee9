import Identity
import JSON
import Testing

@testable import Board

/// A timer that is started, held, prolonged or taken away by mistake stands as it stood.
@Suite struct `A timer that is taken back` {
  private var team: Team

  init() throws { team = try Team() }

  /// Minutes pass before `done` and seconds after it, until it is taken back.
  @Test(arguments: [
    (given: ["timer.start"], done: "timer.start"),
    (given: ["timer.start"], done: "timer.pause"),
    (given: ["timer.start", "timer.pause"], done: "timer.extend"),
    (given: ["timer.start"], done: "timer.extend"),
    (given: ["timer.start"], done: "timer.stop"),
    (given: ["timer.start", "timer.pause"], done: "timer.stop"),
    (given: [], done: "timer.start"),
  ]) mutating func `has the deadline it had, or what was left`(given: [String], done: String) throws {
    for op in given { try send(op) }
    team.world.now += 120_000
    let before = team.roomFold.timer
    try takeBack(send(done), from: before)
    let after = team.roomFold.timer
    #expect(after?.deadline == before?.deadline && after?.left == before?.left)
    #expect(after?.lasts == before?.lasts && after?.phase == before?.phase)
  }

  @Test mutating func `that ran out in the meantime has run out, and nobody is told so once more`() throws {
    try send("timer.start")
    team.world.now += 599_000
    let before = team.roomFold.timer
    let sent = try send("timer.stop")
    team.world.now += 5_000
    try takeBack(sent, from: before)
    #expect(team.roomFold.timer?.isOver == true)
    #expect(team.roomFold.expiry == nil)
  }

  @Test mutating func `is a run of its own, which runs out once more`() throws {
    try send("timer.start")
    let first = team.roomFold.expiry?.command.id
    let before = team.roomFold.timer
    let sent = try send("timer.stop")
    team.world.now += 5_000
    try takeBack(sent, from: before)
    #expect(team.roomFold.expiry?.command.id != first)
    #expect(team.roomFold.expiry?.at == before?.deadline)
  }

  @Test mutating func `either runs or is held`() throws {
    for args in [
      ["phase": "collect", "lasts": 60_000],
      ["phase": "collect", "lasts": 60_000, "left": 1, "deadline": .int(Int(team.world.now))],
      ["phase": "collect", "lasts": 60_000, "deadline": .int(Int(team.world.now) + 90_000_000)],
    ] as [JSON] {
      let refused = refusal { () throws(Refusal) in try team.inRoom("timer.restore", args, as: team.facilitator) }
      #expect(refused?.code == .invalid)
    }
  }

  @discardableResult
  private mutating func send(_ op: String) throws -> World.Sent {
    let args: JSON =
      switch op {
      case "timer.start": ["minutes": 10]
      case "timer.pause": ["paused": true]
      case "timer.extend": ["minutes": 1]
      default: [:]
      }
    return try team.inRoom(op, args, as: team.facilitator)
  }

  /// `sent` was the last act; what takes it back is worked out of how the timer stood before.
  private mutating func takeBack(_ sent: World.Sent, from before: PhaseTimer?) throws {
    let event = try #require(sent.event)
    var fold = team.roomFold
    fold.restore(sent.changes)
    #expect(fold.timer == before)
    let opposite = try #require(fold.opposite(of: event))
    try team.inRoom(opposite.op, opposite.args, as: team.facilitator)
  }
}
