import Identity
import JSON
import Testing

@testable import Board

// Words on their way to another log when they are erased.
extension `Words that should be gone` {
  @Test func `erased on its way to the room, a question's words do not arrive`() throws {
    var thread = try Thread()
    thread.team.world.holdsActs = true
    let other = try thread.team.inShow("question.log", ["text": .string(Self.asked)], as: thread.team.floor)
      .made(.question)
    let promoted = try thread.team.inShow(
      "question.promote",
      ["question": .string(other), "room": .string(thread.team.room.description), "kind": "puzzle"],
      as: thread.team.lead)
    let act = try #require(promoted.decision.pending.first)
    let erased = try thread.team.inShow(
      "question.erase", ["question": .string(other), "reason": "用户要求", "onward": true], as: thread.team.lead)
    #expect(erased.decision.muted == [act.id])
    // Whether it arrives muted or as it was sent off, the tombstone follows.
    for args in [Self.muted(act.args), act.args] {
      var world = thread.team.world
      world.held = []
      let server = Actor.server(for: act.member)
      let raised = try world.send("issue.raise", args, to: act.target, as: server, id: act.id).made(.issue)
      let settled = try world.send(
        "question.settle", ["act": .string(act.id.description), "accepted": true], to: thread.team.show, as: server)
      let forgetting = try #require(settled.decision.pending.first)
      try world.send(forgetting.op, forgetting.args, to: forgetting.target, as: server, id: forgetting.id)
      let issue = try #require(world.folds[act.target]?.find(raised, as: Board.Issue.self))
      #expect(issue.erased?.reason == "用户要求" && issue.text == "")
    }
  }

  @Test func `erased on its way to the playbook, a solution's words do not arrive`() throws {
    var thread = try Thread()
    thread.team.world.holdsActs = true
    try thread.promoteSolution()
    let act = try #require(thread.team.world.held.last)
    let erased = try thread.team.inRoom(
      "solution.erase", ["solution": .string(thread.solution), "reason": "写错了", "onward": true], as: thread.team.lead)
    #expect(erased.decision.muted == [act.id])
    let server = Actor.server(for: act.member)
    try thread.team.world.send(act.op, Self.muted(act.args), to: act.target, as: server, id: act.id)
    let settled = try thread.team.inRoom(
      "promotion.settle", ["act": .string(act.id.description), "accepted": true], as: server)
    let forgetting = try #require(settled.decision.pending.first)
    try thread.team.world.send(forgetting.op, forgetting.args, to: forgetting.target, as: server, id: forgetting.id)
    #expect(thread.entryRecord()?.erased?.reason == "写错了")
  }

  @Test func `promoted, erased and dropped in a row, a solution leaves no entry`() throws {
    for isOnward in [true, false] {
      var thread = try Thread()
      thread.team.world.holdsActs = true
      try thread.promoteSolution()
      let act = try #require(thread.team.world.held.last)
      try thread.team.inRoom(
        "solution.erase", ["solution": .string(thread.solution), "reason": "写错了", "onward": .bool(isOnward)],
        as: thread.team.lead)
      try thread.team.inRoom("solution.drop", ["solution": .string(thread.solution)], as: thread.team.host)
      thread.team.world.holdsActs = false
      // A node was carrying it out already: it arrives with its words.
      thread.team.world.complete(act, from: thread.team.room)
      #expect((thread.entryRecord()?.erased != nil) == isOnward)
      #expect(thread.team.world.stored(playbook).contains("过敏") != isOnward)
    }
  }

  @Test func `erased without the wish for more, what is on its way arrives whole`() throws {
    var thread = try Thread()
    thread.team.world.holdsActs = true
    try thread.promoteSolution()
    let act = try #require(thread.team.world.held.last)
    let erased = try thread.team.inRoom(
      "solution.erase", ["solution": .string(thread.solution), "reason": "写错了"], as: thread.team.lead)
    #expect(erased.decision.muted.isEmpty)
    thread.team.world.holdsActs = false
    thread.team.world.complete(act, from: thread.team.room)
    #expect(thread.entryRecord()?.erased == nil && thread.entryRecord()?.trigger == Self.asked)
    // A second thought.
    let again: JSON = ["solution": .string(thread.solution), "reason": "还是都删", "onward": true]
    try thread.team.inRoom("solution.erase", again, as: thread.team.lead)
    #expect(thread.entryRecord()?.erased?.reason == "还是都删")
    #expect(thread.solutionRecord()?.erased?.reason == "写错了")
    #expect(
      refusal { () throws(Refusal) in try thread.team.inRoom("solution.erase", again, as: thread.team.lead) }
        == .notFound)
  }

  /// As `mute_acts.sql` leaves them.
  static func muted(_ args: JSON) -> JSON {
    var args = args.object ?? JSONObject()
    for word in ["text", "title", "trigger"] { args[word] = nil }
    return .object(args)
  }
}
