import Identity
import JSON
import Testing

@testable import Board

@Suite struct `What was heard of an action` {
  @Test func `an answer taken back leaves the reason why it had been dropped`() throws {
    var team = try Team()
    let action = try team.agree()
    try set(action, ["state": "dropped", "reason": "改用样衣"], in: &team)
    try team.answer(action, "done", as: team.floor)
    try takeBack(action, in: &team)
    #expect((try team.action(action).state, try team.action(action).reason) == (.dropped, "改用样衣"))
  }

  @Test func `an answer taken back leaves what somebody has done with it since`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.answer(action, "done", as: team.floor)
    try set(action, ["state": "dropped", "reason": "改用样衣"], in: &team)
    try takeBack(action, in: &team)
    #expect((try team.action(action).state, try team.action(action).reason) == (.dropped, "改用样衣"))
    #expect(try team.action(action).answers.isEmpty)
  }

  @Test func `on an erased one no words are put any more, and it can be settled`() throws {
    var team = try Team()
    let action = try team.agree()
    try team.world.send(
      "action.erase", ["action": .string(action), "reason": "要求"], to: team.channelLog, as: team.lead)
    #expect(
      refusal { () throws(Refusal) in try set(action, ["state": "dropped", "reason": "某某"], in: &team) } == .notFound)
    #expect(
      refusal { () throws(Refusal) in
        _ = try team.world.send(
          "action.answer",
          [
            "action": .string(action), "room": .string(team.room.description), "answer": "dropped", "reason": "某某",
          ], to: team.channelLog, as: team.host)
      } == .notFound)
    try set(action, ["state": "done"], in: &team)
    #expect((try team.action(action).state, try team.action(action).reason) == (.done, nil))
  }

  private func set(_ action: String, _ setting: JSON, in team: inout Team) throws(Refusal) {
    var args = setting.object ?? JSONObject()
    args["action"] = .string(action)
    try team.world.send("action.set", .object(args), to: team.channelLog, as: team.host)
  }

  private func takeBack(_ action: String, in team: inout Team) throws {
    try team.world.send(
      "action.unanswer", ["action": .string(action), "room": .string(team.room.description)], to: team.channelLog,
      as: team.floor)
  }
}
