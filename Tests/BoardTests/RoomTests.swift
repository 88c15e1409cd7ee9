import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Steering a room` {
  @Test func `a room is founded once, by its opener's rules`() throws {
    var team = try Team()
    let seen = team.sees(team.host, team.roomFold)[RecordKey(.room, "room")]
    #expect(
      seen == #"{"id":"room","title":"羊绒专场 复盘","shows":["\#(team.show)"],"phase":"prepare","#
        + #""facilitator":"\#(team.operations.member)","votes":5,"revealed":false,"openedAt":\#(team.world.now)}"#
    )
    let again = try team.inRoom(
      "room.found",
      [
        "organisation": .string(World.organisation.description), "title": "别的",
        "shows": [.string(team.show.description)],
        "facilitator": .string(team.host.member.description), "votes": 9,
      ], as: .server(for: team.host.member))
    #expect(again.event == nil)
  }

  @Test func `phases go forward and back, with steps in the data`() throws {
    var team = try Team()
    try team.inRoom("phase.move", ["phase": "data"], as: team.facilitator)
    #expect(team.roomFold.room?.step == .goals)
    try team.inRoom("phase.move", ["phase": "data", "step": "comparison"], as: team.lead)
    #expect(try team.inRoom("phase.move", ["phase": "data"], as: team.lead).event == nil)
    try team.inRoom("phase.move", ["phase": "live"], as: team.lead)
    #expect(team.roomFold.room?.step == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("phase.move", ["phase": "vote", "step": "show"], as: team.lead)
      } == .invalid("step", .invalid))
  }

  @Test func `closing stamps the time, reopening takes it away`() throws {
    var team = try Team()
    team.world.now += 5000
    try team.move(to: .closed)
    #expect(team.roomFold.room?.closedAt == team.world.now)
    #expect(team.roomFold.room?.revealed == true)
    try team.move(to: .solve)
    #expect(team.roomFold.room?.closedAt == nil)
  }

  @Test func `the facilitator hands over to a member, and has no more say`() throws {
    var team = try Team()
    try team.inRoom(
      "facilitator.hand", ["member": .string(team.host.member.description)], as: team.operations)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("phase.move", ["phase": "live"], as: team.operations)
      }
        == .forbidden)
    try team.inRoom("phase.move", ["phase": "live"], as: team.host)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom(
          "facilitator.hand", ["member": .string(team.room.description)], as: team.host)
      } == .notFound)
  }

  @Test func `cards are numbered in the order of their ids and none tells when it was written`()
    throws
  {
    var team = try Team()
    try team.move(to: .collect)
    for text in ["一", "二", "三", "四"] { _ = try team.post(text) }
    try team.inRoom("cards.reveal", as: team.facilitator)
    let issues = team.roomFold.all(Issue.self).sorted { $0.id < $1.id }
    #expect(issues.map(\.no) == [1, 2, 3, 4])
    #expect(Set(issues.map(\.edits.last)) == [team.world.events[team.room]!.last!.seq])
    #expect(try team.inRoom("cards.reveal", as: team.facilitator).event == nil)
    _ = try team.post("五")
    #expect(team.roomFold.all(Issue.self).compactMap(\.no).max() == 5)
  }

  @Test func `a number is not given twice`() throws {
    var team = try Team()
    try team.move(to: .solve)
    let first = try team.post("一")
    try team.inRoom("issue.withdraw", ["issue": .string(first)], as: team.host)
    let second = try team.post("二")
    #expect(team.roomFold.find(second, as: Issue.self)?.no == 2)
  }
}

@Suite struct `Issues` {
  @Test func `one speaks for one's own roles, leads and the facilitator for any`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let args: JSON = ["role": "backstage", "kind": "puzzle", "text": "断货"]
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("issue.post", args, as: team.host) }
        == .forbidden)
    for actor in [team.backstage, team.lead, team.facilitator] {
      try team.inRoom("issue.post", args, as: actor)
    }
    let own = try team.post("慢")
    let moved: JSON = ["issue": .string(own), "role": "floor"]
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("issue.edit", moved, as: team.host, on: 99) }
        == .forbidden)
  }

  @Test func `arguments are refused by name`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let table: [(JSON, Refusal)] = [
      (["kind": "puzzle", "text": "慢"], .invalid("role", .missing)),
      (["role": "chef", "kind": "puzzle", "text": "慢"], .invalid("role", .invalid)),
      (["role": "host", "kind": "puzzle", "text": ""], .invalid("text", .missing)),
      (
        ["role": "host", "kind": "puzzle", "text": .string(String(repeating: "长", count: 501))],
        .invalid("text", .tooLong, limit: 500)
      ),
      (
        ["role": "host", "kind": "puzzle", "text": "慢", "offset": 900_000],
        .invalid("offset", .outOfRange)
      ),
      (
        ["role": "host", "kind": "puzzle", "text": "慢", "anonymous": 1],
        .invalid("anonymous", .wrongType)
      ),
      (["role": "host", "kind": "puzzle", "text": "慢", "votes": 3], .invalid("votes", .unknown)),
    ]
    for (args, expected) in table {
      #expect(
        refusal { () throws(Refusal) in try team.inRoom("issue.post", args, as: team.host) }
          == expected)
    }
  }

  @Test func `an edit made on older words is refused with the newer ones`() throws {
    var team = try Team()
    try team.move(to: .solve)
    let id = try team.post("慢")
    let on = team.world.events[team.room]!.last!.seq
    func edit(_ text: String, as actor: Actor, on: Int64?) -> Refusal? {
      refusal { () throws(Refusal) in
        try team.inRoom(
          "issue.edit", ["issue": .string(id), "text": .string(text)], as: actor, on: on)
      }
    }
    #expect(edit("快", as: team.host, on: nil) == .invalid("on", .missing))
    #expect(edit("快", as: team.host, on: on + 1) == .invalid("on", .outOfRange))
    #expect(edit("太慢", as: team.facilitator, on: on) == nil)
    let refused = edit("很慢", as: team.host, on: on)
    let newer = try #require(team.sees(team.host, team.roomFold)[RecordKey(.issue, id)])
    #expect(refused == Refusal(.conflict, .newer(Array(newer.utf8))))
    #expect(newer.contains(#""text":"太慢""#))
    let edited = try #require(team.roomFold.find(id, as: Issue.self)?.edits.last)
    #expect(edit("很慢", as: team.host, on: edited) == nil)
  }

  @Test func `one's own later edit is no conflict, another's between is`() throws {
    var team = try Team()
    try team.move(to: .solve)
    let id = try team.post("一")
    let on = team.world.events[team.room]!.last!.seq
    func edit(_ text: String, as actor: Actor, on: Int64) -> Refusal.Code? {
      refusal { () throws(Refusal) in
        try team.inRoom(
          "issue.edit", ["issue": .string(id), "text": .string(text)], as: actor, on: on)
      }?.code
    }
    #expect(edit("二", as: team.host, on: on) == nil)
    #expect(edit("三", as: team.host, on: on) == nil)
    #expect(edit("四", as: team.facilitator, on: on + 2) == nil)
    #expect(edit("五", as: team.host, on: on + 3) == nil)
    #expect(edit("六", as: team.host, on: on) == .conflict)
  }

  @Test func `an edit begun before the reveal may be ended after it`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let id = try team.post("慢")
    let on = team.world.events[team.room]!.last!.seq
    try team.move(to: .vote)
    try team.inRoom("issue.edit", ["issue": .string(id), "text": "很慢"], as: team.host, on: on)
    #expect(team.roomFold.find(id, as: Issue.self)?.text == "很慢")
  }

  @Test func `withdrawing gives the votes back and leaves no trace in solutions`() throws {
    var team = try Team()
    try team.move(to: .vote)
    let issue = JSON.string(try team.post("慢"))
    let kept = JSON.string(try team.post("乱"))
    try team.inRoom("vote.set", ["issue": issue, "votes": 3], as: team.floor)
    try team.inRoom("vote.set", ["issue": kept, "votes": 1], as: team.floor)
    try team.move(to: .solve)
    let solution = try team.inRoom(
      "solution.propose", ["issues": [issue, kept], "text": "热身", "kind": "sop", "owner": "host"],
      as: team.host
    ).made(.solution)
    let sent = try team.inRoom("issue.withdraw", ["issue": issue], as: team.host)
    #expect(Set(sent.changes.map(\.key.kind)) == [.issue, .ballot, .solution, .gone, .agenda])
    let ballot = try #require(team.roomFold.find(team.floor.member.description, as: Ballot.self))
    #expect(ballot.left == 4)
    #expect(ballot.votes == [kept.string!: 1])
    #expect(team.roomFold.find(solution, as: Solution.self)?.issues == [kept.string!])
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("issue.withdraw", ["issue": issue], as: team.host)
      }
        == .notFound)
  }

  @Test func `there are only so many issues`() throws {
    var team = try Team()
    try team.move(to: .collect)
    for _ in 1...Bounds.issues { _ = try team.post("慢") }
    #expect(
      refusal { () throws(Refusal) in _ = try team.post("满") }
        == Refusal(.full, .limit(Bounds.issues)))
  }
}

@Suite struct `An issue's number` {
  private func link(
    _ team: inout Team, _ issue: String, metric: String = "gmv", snapshot: String? = nil,
    show: Identifier? = nil,
    as actor: Actor? = nil
  ) throws(Refusal) -> World.Sent {
    try team.inRoom(
      "issue.link",
      [
        "issue": .string(issue), "show": .string((show ?? team.show).description),
        "snapshot": .string(snapshot ?? team.snapshot), "metric": .string(metric),
      ], as: actor ?? team.host)
  }

  @Test func `value, goal and the last show's value are frozen when it is linked`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("成交低")
    _ = try link(&team, issue)
    let seen =
      #""link":{"show":"\#(team.show)","snapshot":"\#(team.snapshot)","metric":"gmv","value":48312,"#
      + #""goal":60000,"last":41000}"#
    #expect(team.sees(team.host, team.roomFold)[RecordKey(.issue, issue)]?.contains(seen) == true)
    #expect(try link(&team, issue).event == nil)
    try team.inShow("goal.set", ["metric": "gmv", "value": 1], as: team.lead)
    #expect(team.sees(team.host, team.roomFold)[RecordKey(.issue, issue)]?.contains(seen) == true)
  }

  @Test func `a card is linked to the newest number there is, of whichever snapshot, and to what follows`() throws {
    var team = try Team()
    let server = Actor.server(for: team.operations.member)
    try team.world.send(
      "snapshot.import", ["source": "list", "values": ["refund_amt": 7]], to: team.previous, as: server)
    let later = try team.inShow("snapshot.take", ["values": ["watch_uv": 10000]], as: team.backstage).made(.snapshot)
    try team.move(to: .collect)
    let issue = try team.post("成交低")
    func linked(_ metric: String) throws -> Board.Issue.Link? {
      let args: JSON = [
        "issue": .string(issue), "show": .string(team.show.description), "metric": .string(metric),
      ]
      try team.inRoom("issue.link", args, as: team.host)
      return team.roomFold.find(issue, as: Issue.self)?.link
    }
    #expect(
      try linked("gmv")
        == .init(show: team.show, snapshot: team.snapshot, metric: "gmv", value: 48312, goal: 60000, last: 41000))
    #expect(
      try linked("uv_value")
        == .init(show: team.show, snapshot: later, metric: "uv_value", value: 4.8312, goal: nil, last: nil))
  }

  @Test func `what is not known is left out`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("点击低")
    _ = try link(&team, issue, metric: "clk_pay_rate")
    #expect(
      team.roomFold.find(issue, as: Issue.self)?.link
        == .init(
          show: team.show, snapshot: team.snapshot, metric: "clk_pay_rate", value: 0.0745,
          goal: nil, last: 0.081))
  }

  @Test func `an unknown show, snapshot or number is not found`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issue = try team.post("点击低")
    for attempt in [
      refusal { () throws(Refusal) in _ = try link(&team, issue, metric: "watch_uv") },
      refusal { () throws(Refusal) in _ = try link(&team, issue, snapshot: "none") },
      refusal { () throws(Refusal) in _ = try link(&team, issue, show: team.room) },
      refusal { () throws(Refusal) in _ = try link(&team, issue, show: team.host.member) },
    ] { #expect(attempt == .notFound) }
  }

  @Test func `once revealed anyone may link and unlink`() throws {
    var team = try Team()
    try team.move(to: .vote)
    let issue = try team.post("成交低")
    _ = try link(&team, issue, as: team.floor)
    try team.inRoom("issue.unlink", ["issue": .string(issue)], as: team.backstage)
    #expect(
      try team.inRoom("issue.unlink", ["issue": .string(issue)], as: team.backstage).event == nil)
  }

  @Test func `the logs it needs are the show and the one before`() throws {
    let team = try Team()
    func needs(_ op: String, _ args: JSON) -> [Identifier] {
      team.roomFold.needs(
        Command(id: team.room, log: team.room, op: op, args: args), directory: team.world.directory)
    }
    #expect(
      needs("issue.link", ["show": .string(team.show.description)]) == [team.show, team.previous])
    #expect(needs("issue.link", ["show": .string(team.previous.description)]) == [team.previous])
    #expect(needs("issue.link", ["show": .string(team.room.description)]) == [])
    #expect(needs("issue.link", ["show": 7]) == [])
    #expect(needs("facilitator.hand", [:]) == [World.organisation])
    #expect(needs("issue.post", ["show": .string(team.show.description)]) == [])
  }
}
