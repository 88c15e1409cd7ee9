import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Taking over from a facilitator` {
  private func takes(_ actor: Actor, in team: inout Team) -> Refusal? {
    refusal { () throws(Refusal) in try team.inRoom("facilitator.take", as: actor) }
  }

  @Test func `given a facilitator who is here, when a lead takes over, then it is refused`() throws {
    var team = try Team()
    team.world.present = [team.facilitator.member]
    #expect(takes(team.lead, in: &team) == Refusal(.present))
  }

  @Test func `given a node that cannot tell yet who is here, when a lead takes over, then it is refused`() throws {
    var team = try Team()
    team.world.present = nil
    #expect(takes(team.lead, in: &team) == Refusal(.present))
    team.world.present = []
    #expect(takes(team.lead, in: &team) == nil)
    team.world.present = nil
    #expect(takes(team.operations, in: &team) == nil, "who steered before takes it back at any time")
  }

  @Test func `given a facilitator who is gone, when a lead takes over, then the former one may take it back at once`()
    throws
  {
    var team = try Team()
    team.world.present = [team.lead.member]
    #expect(takes(team.host, in: &team) == .forbidden)
    #expect(takes(team.lead, in: &team) == nil)
    #expect(team.roomFold.room?.facilitator == team.lead.member)
    #expect(team.roomFold.room?.former == team.operations.member)
    team.world.present = [team.lead.member, team.operations.member]
    #expect(takes(team.operations, in: &team) == nil)
    #expect(team.roomFold.room?.facilitator == team.operations.member)
    #expect(team.roomFold.room?.former == nil)
  }

  @Test func `given a host who steered and was stood in for, when they come back, then it is theirs again`() throws {
    var team = try Team()
    try team.inRoom("facilitator.hand", ["member": .string(team.host.member.description)], as: team.operations)
    #expect(takes(team.operations, in: &team) == nil)
    #expect(takes(team.lead, in: &team) == nil, "the second is away, too")
    team.world.present = [team.lead.member, team.host.member]
    #expect(takes(team.host, in: &team) == nil)
    #expect(team.roomFold.room?.former == nil)
  }

  @Test func `given a room that was taken over, when it is handed on, then nobody takes it back`() throws {
    var team = try Team()
    #expect(takes(team.lead, in: &team) == nil)
    try team.inRoom("facilitator.hand", ["member": .string(team.floor.member.description)], as: team.lead)
    team.world.present = [team.floor.member]
    #expect(takes(team.operations, in: &team) == Refusal(.present))
  }
}
