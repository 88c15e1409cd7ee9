import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Issues put together` {
  private var team: Team
  private var issues: [String] = []

  init() throws {
    team = try Team()
    try team.move(to: .collect)
    issues = try (0..<5).map { try team.post("卡\($0)", anonymous: $0 == 0) }.sorted()
    try team.move(to: .vote)
  }

  private mutating func make(_ some: [Int], title: String? = nil, as actor: Actor? = nil) throws(Refusal) -> String {
    var args = JSONObject()
    args["issues"] = .array(some.map { .string(issues[$0]) })
    args["title"] = title.map { .string($0) }
    return try team.inRoom("group.make", .object(args), as: actor ?? team.floor).made(.group)
  }

  private mutating func send(_ op: String, _ group: String, _ some: [Int]? = nil, title: String? = nil)
    throws(Refusal)
  {
    var args = JSONObject()
    args["group"] = .string(group)
    args["issues"] = some.map { some in .array(some.map { .string(issues[$0]) }) }
    args["title"] = title.map { .string($0) }
    try team.inRoom(op, .object(args), as: team.host)
  }

  private func held(_ group: String) -> [Int]? {
    team.roomFold.find(group, as: Group.self)?.issues.compactMap { issues.firstIndex(of: $0) }
  }

  @Test mutating func `are one thing to vote for, and none of them is by itself`() throws {
    let group = try make([0, 1])
    for (id, refused) in [(issues[0], Refusal(.grouped, .group(group))), (group, nil), (issues[2], nil)] {
      let found = refusal { () throws(Refusal) in
        try team.inRoom("vote.set", ["issue": .string(id), "votes": 1], as: team.host)
      }
      #expect(found == refused)
    }
    try team.move(to: .solve)
    #expect(team.roomFold.find(group, as: Group.self)?.votes == 1)
    #expect(team.roomFold.find(issues[0], as: Issue.self)?.votes == 0)
    try team.move(to: .vote)
    #expect(team.roomFold.find(group, as: Group.self)?.votes == nil)
  }

  @Test mutating func `are in one group at most`() throws {
    let (one, two) = (try make([0, 1]), try make([2, 3]))
    let again = refusal { () throws(Refusal) in _ = try make([1, 4]) }
    #expect(again == Refusal(.grouped, .group(one)))
    try send("group.add", two, [1, 4])
    // A group of one is none.
    #expect(held(one) == nil)
    #expect(held(two) == [1, 2, 3, 4])
    #expect(team.roomFold.all(Group.self).count == 1)
  }

  @Test mutating func `are two at least, and thirty at most`() throws {
    let twice = refusal { () throws(Refusal) in _ = try make([1, 1]) }
    #expect(twice?.code == .invalid)
    let group = try make([0, 1])
    var more: [String] = []
    for n in 0..<29 { more.append(try team.post("又\(n)")) }
    let full = refusal { () throws(Refusal) in
      try team.inRoom(
        "group.add", ["group": .string(group), "issues": .array(more.map(JSON.string))], as: team.host)
    }
    #expect(full == Refusal(.full, .limit(30)))
  }

  @Test mutating func `wait for the turning`() throws {
    var team = try Team()
    try team.move(to: .collect)
    let issues = [try team.post("一"), try team.post("二")]
    let refused = refusal { () throws(Refusal) in
      try team.inRoom("group.make", ["issues": .array(issues.map(JSON.string))], as: team.host)
    }
    #expect(refused == Refusal(.phase, .phase(.collect)))
  }

  @Test mutating func `are called by a name that can be taken away`() throws {
    let group = try make([0, 1], title: "断货")
    try send("group.rename", group, title: "断货三回")
    #expect(team.roomFold.find(group, as: Group.self)?.title == "断货三回")
    try send("group.rename", group, title: "")
    #expect(team.roomFold.find(group, as: Group.self)?.title == "")
  }

  /// Whoever takes one of three away and brings it back finds all as it was; so does who took apart two.
  @Test mutating func `come back as they were`() throws {
    let group = try make([0, 1], title: "断货")
    try send("group.dissolve", group)
    try send("group.restore", group)
    #expect(held(group) == [0, 1])
    try send("group.remove", group, [0])
    #expect(held(group) == nil)
    try send("group.restore", group)
    #expect(held(group) == [0, 1])
    #expect(team.roomFold.find(group, as: Group.self)?.title == "断货")
    // What went into another group meanwhile comes out of it again.
    try send("group.dissolve", group)
    let other = try make([0, 2])
    try send("group.restore", group)
    #expect(held(group) == [0, 1])
    #expect(held(other) == nil)
  }

  @Test mutating func `lose one that is withdrawn, and keep their votes once the vote has ended`() throws {
    let group = try make([0, 1])
    try team.inRoom("vote.set", ["issue": .string(group), "votes": 3], as: team.host)
    try team.move(to: .solve)
    try team.inRoom("issue.withdraw", ["issue": .string(issues[0])], as: team.facilitator)
    #expect(held(group) == [1])
    #expect(team.roomFold.find(group, as: Group.self)?.votes == 3)
  }

  @Test mutating func `name whoever put them together, also where one is anonymous, and never its author`() throws {
    let group = try make([0, 1], as: team.floor)
    let told = team.sees(team.lead, team.roomFold)[RecordKey(.group, group)] ?? ""
    #expect(told.contains(team.floor.member.description))
    #expect(!told.contains(team.host.member.description))
  }

  @Test mutating func `lose their title with the words of any they hold or held`() throws {
    let (one, two) = (try make([0, 1, 2], title: "主播说错价"), try make([3, 4], title: "断货"))
    try send("group.remove", one, [0])
    try send("group.dissolve", one)
    try team.inRoom("issue.erase", ["issue": .string(issues[0]), "reason": "用户要求"], as: team.lead)
    try send("group.restore", one)
    #expect(team.roomFold.find(one, as: Group.self)?.title == "")
    #expect(team.roomFold.find(two, as: Group.self)?.title == "断货")
    let sent = team.world.events[team.room] ?? []
    #expect(sent.last { $0.op == "issue.erase" }?.facts.contains(.room(.groupTitleErased(group: one))) == true)
  }
}
