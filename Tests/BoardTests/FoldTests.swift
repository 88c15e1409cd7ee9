import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A log and its fold` {
  @Test func `ids of records are thirteen lower-case characters and differ by index`() {
    let source = Identifier(high: 7, low: 9)
    let ids = (0..<1000).map { ShortID.make(from: source, $0) }
    #expect(Set(ids).count == 1000)
    #expect(ids.allSatisfy { $0.count == 13 && $0 == $0.lowercased() })
    #expect(ShortID.make(from: source) == ids[0])
  }

  @Test func `a body is readable JSON`() throws {
    let facts: [Fact] = [.room(.phaseMoved(phase: .data, step: .goals)), .room(.voteSet(issue: "abc", votes: 3))]
    let body = Event.encode(facts)
    #expect(
      String(decoding: body, as: UTF8.self)
        == #"[{"phaseMoved":{"phase":"data","step":"goals"}},{"voteSet":{"issue":"abc","votes":3}}]"#
    )
    #expect(try Event.decode(body, of: .room) == facts)
  }

  @Test func `a fact about a record that is gone changes nothing`() throws {
    var team = try Team()
    let event = Event(
      seq: 99, tag: 1, id: team.room, by: team.lead.member, at: 1, op: "issue.edit",
      facts: [
        .room(
          .issueEdited(
            issue: "gone", content: IssueContent(role: .role(.host), kind: .puzzle, text: "…", offset: nil))),
        .room(.solutionDropped(solution: "gone")), .show(.questionMarked(question: "gone", status: .resolved)),
      ], words: [:])
    #expect(team.world.folds[team.room]!.apply(event).isEmpty)
  }

  @Test func `a team's story sums up, and counts cards only once they are turned`() throws {
    let team = try Team()
    let summary = String(decoding: team.showFold.summary(), as: UTF8.self)
    #expect(
      summary.contains(#""goals":{"gmv":60000},"latest":{"gmv":48312},"questions":0,"open":0"#),
      "\(summary)")
    #expect(
      String(decoding: team.world.directory.summary(), as: UTF8.self)
        == #"{"members":6,"channels":1}"#)
    #expect(
      String(decoding: team.roomFold.summary(), as: UTF8.self)
        == #"{"title":"羊绒专场 复盘","phase":"prepare","solutions":0,"promoted":0,"shows":["\#(team.show)"]}"#
    )
    var turned = team
    try turned.move(to: .collect)
    _ = try turned.post("慢")
    #expect(!String(decoding: turned.roomFold.summary(), as: UTF8.self).contains("issues"))
    try turned.move(to: .vote)
    #expect(String(decoding: turned.roomFold.summary(), as: UTF8.self).contains(#""issues":1"#))
    #expect(
      String(decoding: team.world.playbook.summary(), as: UTF8.self)
        == #"{"entries":0,"trial":0,"inForce":0}"#)
  }
}
