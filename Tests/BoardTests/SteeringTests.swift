import Identity
import JSON
import Testing

@testable import Board

/// What whoever steers sets for everyone: the time, what is looked at, how long a phase is to take.
@Suite struct `Steering a phase` {
  private func told(_ kind: RecordKind, _ team: Team, id: String? = nil) -> String? {
    team.sees(team.host, team.roomFold)[RecordKey(kind, id ?? kind.rawValue)]
  }

  // MARK: The timer

  @Test func `given nothing, when a timer is started, then everyone has the same deadline`() throws {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 10], as: team.facilitator)
    let now = team.world.now
    #expect(
      told(.timer, team)
        == #"{"id":"timer","phase":"prepare","start":\#(now),"lasts":600000,"deadline":\#(now + 600_000)}"#)
  }

  @Test func `given a running timer, when it is paused and goes on, then nothing of it is lost`() throws {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 10], as: team.facilitator)
    let start = team.world.now
    team.world.now += 60_000
    try team.inRoom("timer.pause", ["paused": true], as: team.facilitator)
    #expect(told(.timer, team) == #"{"id":"timer","phase":"prepare","start":\#(start),"lasts":600000,"left":540000}"#)
    #expect(team.roomFold.expiry == nil)
    team.world.now += 3_600_000
    try team.inRoom("timer.pause", ["paused": false], as: team.lead)
    #expect(team.roomFold.timer?.deadline == team.world.now + 540_000)
    #expect(try team.inRoom("timer.pause", ["paused": false], as: team.lead).event == nil)
  }

  @Test func `given a timer, when time is added, then what is left grows, also while it is paused`() throws {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 10], as: team.facilitator)
    let start = team.world.now
    try team.inRoom("timer.extend", ["minutes": 1], as: team.facilitator)
    #expect(team.roomFold.timer?.deadline == start + 660_000)
    try team.inRoom("timer.pause", ["paused": true], as: team.facilitator)
    try team.inRoom("timer.extend", ["minutes": 2], as: team.facilitator)
    #expect(team.roomFold.timer?.left == 780_000)
    #expect(team.roomFold.timer?.lasts == 780_000)
  }

  @Test func `given a timer that has run out, when any node says so, then it is said once`() throws {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 1], as: team.facilitator)
    let expiry = try #require(team.roomFold.expiry)
    let server = Actor.server(for: expiry.member)
    #expect(try team.inRoom("timer.expire", expiry.command.args, as: server).event == nil, "it is not over yet")
    team.world.now = expiry.at
    #expect(team.roomFold.expiry?.command.id == expiry.command.id, "another node sends the same command")
    try team.inRoom("timer.expire", expiry.command.args, as: server)
    #expect(team.roomFold.timer?.isOver == true)
    #expect(team.roomFold.expiry == nil)
    #expect(try team.inRoom("timer.expire", expiry.command.args, as: server).event == nil)
  }

  @Test func `given a timer that has run out, when time is added, then it runs from now on, and runs out again`() throws
  {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 1], as: team.facilitator)
    let first = try #require(team.roomFold.expiry)
    team.world.now = first.at + 30_000
    try team.inRoom("timer.expire", first.command.args, as: .server(for: first.member))
    try team.inRoom("timer.extend", ["minutes": 1], as: team.facilitator)
    let second = try #require(team.roomFold.expiry)
    #expect(second.at == team.world.now + 60_000)
    #expect(second.command.id != first.command.id)
  }

  @Test func `given a timer, when it is started anew or stopped, then nobody says the old run is over`() throws {
    var team = try Team()
    try team.inRoom("timer.start", ["minutes": 1], as: team.facilitator)
    let old = try #require(team.roomFold.expiry)
    team.world.now += 1000
    try team.inRoom("timer.start", ["minutes": 5], as: team.facilitator)
    team.world.now += 120_000
    #expect(try team.inRoom("timer.expire", old.command.args, as: .server(for: old.member)).event == nil)
    try team.inRoom("timer.stop", as: team.facilitator)
    #expect(told(.timer, team) == nil)
    #expect(try team.inRoom("timer.stop", as: team.facilitator).event == nil)
  }

  // MARK: The focus

  @Test func `given turned cards, when everyone is taken along to one, then it is told, until they are let go`() throws
  {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢")
    try team.inRoom("cards.reveal", as: team.facilitator)
    try team.inRoom("focus.set", ["issue": .string(issue)], as: team.facilitator)
    #expect(told(.focus, team) == #"{"id":"focus","issue":"\#(issue)"}"#)
    #expect(try team.inRoom("focus.set", ["issue": .string(issue)], as: team.lead).event == nil)
    try team.inRoom("focus.set", as: team.facilitator)
    #expect(told(.focus, team) == nil)
  }

  @Test func `given a hidden card, when everyone is taken along to it, then it is not there, not even for its author`()
    throws
  {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢", as: team.operations)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("focus.set", ["issue": .string(issue)], as: team.operations)
      } == .notFound)
  }

  @Test(arguments: ["withdrawn", "moved"])
  func `given a focus, when its card goes or the phase moves, then it goes too`(why: String) throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("开场太慢")
    try team.move(to: .vote)
    try team.inRoom("focus.set", ["issue": .string(issue)], as: team.facilitator)
    if why == "moved" {
      try team.move(to: .solve)
    } else {
      try team.inRoom("issue.withdraw", ["issue": .string(issue)], as: team.host)
    }
    #expect(told(.focus, team) == nil)
  }

  // MARK: Ready

  @Test func `given members who are ready, when the phase moves, then nobody is`() throws {
    var team = try Team()
    for member in [team.host, team.floor] { try team.inRoom("ready.set", ["ready": true], as: member) }
    #expect(told(.ready, team, id: team.floor.member.description) == #"{"id":"\#(team.floor.member)"}"#)
    #expect(try team.inRoom("ready.set", ["ready": true], as: team.host).event == nil)
    try team.inRoom("ready.set", ["ready": false], as: team.floor)
    #expect(team.roomFold.records(.ready).count == 1)
    try team.inRoom("phase.move", ["phase": "data"], as: team.facilitator)
    #expect(team.roomFold.records(.ready).isEmpty)
    try team.inRoom("ready.set", ["ready": true], as: team.host)
    try team.inRoom("phase.move", ["phase": "data", "step": "show"], as: team.facilitator)
    #expect(team.roomFold.records(.ready).count == 1, "a step is no phase")
  }

  // MARK: Minutes

  @Test func `given a phase, when its minutes are planned, then everyone is told, and of others nothing`() throws {
    var team = try Team()
    try team.inRoom("phase.plan", ["phase": "collect", "minutes": 20], as: team.facilitator)
    #expect(told(.room, team)?.contains(#""minutes":{"collect":20}"#) == true)
    try team.inRoom("phase.plan", ["phase": "collect", "minutes": ""], as: team.facilitator)
    #expect(told(.room, team)?.contains("minutes") == false)
  }
}
