import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Votes entered for people without a device` {
  private var team: Team
  private let issue: String
  private static let key = RecordKey(.handVotes, "hand")

  init() throws {
    var team = try Team()
    try team.move(to: .collect)
    issue = try team.post("一")
    try team.move(to: .vote)
    try team.inRoom("hand.people", ["people": 2], as: team.facilitator)
    self.team = team
  }

  private mutating func vote(_ votes: Int, as actor: Actor? = nil) -> Refusal? {
    refusal { () throws(Refusal) in
      try team.inRoom(
        "hand.vote", ["issue": .string(issue), "votes": .int(votes)], as: actor ?? team.facilitator)
    }
  }

  /// Who sees them.
  private var sight: [Identifier] {
    team.everyone.filter { team.sees($0, team.roomFold)[Self.key] != nil }.map(\.member)
  }

  @Test mutating func `have the budget of so many people, and not one vote more`() {
    #expect(vote(10) == nil)
    #expect(vote(11) == Refusal(.budget, .left(0)))
    #expect(vote(4) == nil)
    #expect(vote(4) == nil)
    #expect(team.roomFold.find("hand", as: HandVotes.self)?.left == 6)
  }

  @Test mutating func `keep to the cap of so many people`() throws {
    try team.move(to: .collect)
    try team.inRoom("votes.cap", ["votes": 2], as: team.lead)
    try team.move(to: .vote)
    #expect(vote(5) == Refusal(.cap, .limit(4)))
    #expect(vote(4) == nil)
  }

  @Test mutating func `are entered by the facilitator alone`() {
    #expect(vote(1, as: team.lead)?.code == .forbidden)
    #expect(vote(1, as: team.host)?.code == .forbidden)
  }

  @Test mutating func `are seen by the facilitator alone while the vote lasts, and by everyone after it`() throws {
    _ = vote(4)
    #expect(sight == [team.facilitator.member])
    // Who facilitates next goes on with them.
    try team.inRoom("facilitator.hand", ["member": .string(team.host.member.description)], as: team.facilitator)
    #expect(sight == [team.host.member])
    try team.inRoom("phase.move", ["phase": "solve"], as: team.lead)
    #expect(sight == team.everyone.map(\.member))
    #expect(team.roomFold.find(issue, as: Board.Issue.self)?.votes == 4)
    try team.inRoom("phase.move", ["phase": "vote"], as: team.lead)
    #expect(sight == [team.host.member])
  }

  @Test mutating func `are seen by whoever takes over from a facilitator who is gone`() throws {
    _ = vote(4)
    try team.inRoom("facilitator.take", as: team.lead)
    #expect(sight == [team.lead.member])
  }

  @Test mutating func `count beside the others'`() throws {
    _ = vote(4)
    try team.inRoom("vote.set", ["issue": .string(issue), "votes": 3], as: team.host)
    try team.move(to: .solve)
    #expect(team.roomFold.find(issue, as: Board.Issue.self)?.votes == 7)
    #expect(team.sees(team.floor, team.roomFold)[Self.key]?.contains("\"votes\":{\"\(issue)\":4}") == true)
  }
}
