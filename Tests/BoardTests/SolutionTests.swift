import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Solutions` {
  private func solving() throws -> (Team, issue: String, solution: String) {
    var team = try Team()
    try team.move(to: .solve)
    let issue = try team.post("开场慢")
    try team.inRoom(
      "issue.link",
      [
        "issue": .string(issue), "show": .string(team.show.description),
        "snapshot": .string(team.snapshot),
        "metric": "gmv",
      ], as: team.host)
    let solution = try team.inRoom(
      "solution.propose",
      [
        "issues": [.string(issue)], "text": "开播前十分钟热身。先放福袋！再讲主推", "kind": "sop", "owner": "host",
        "due": "下一场",
      ], as: team.host
    ).made(.solution)
    return (team, issue, solution)
  }

  @Test func `a solution says what, who and until when`() throws {
    let (team, issue, solution) = try solving()
    #expect(
      team.sees(team.floor, team.roomFold)[RecordKey(.solution, solution)]
        == #"{"id":"\#(solution)","issues":["\#(issue)"],"text":"开播前十分钟热身。先放福袋！再讲主推","kind":"sop","#
        + #""owner":"host","due":"下一场","by":"\#(team.host.member)","edited":\#(team.world.events[team.room]!.count)}"#
    )
  }

  @Test func `it is about issues that are there`() throws {
    var (team, issue, _) = try solving()
    for issues: JSON in [["none"], [.string(issue), "none"]] {
      #expect(
        refusal { () throws(Refusal) in
          try team.inRoom(
            "solution.propose", ["issues": issues, "text": "热身", "kind": "sop", "owner": "host"],
            as: team.host)
        } == .notFound)
    }
  }

  @Test func `its author and whoever steers edit and drop it`() throws {
    var (team, _, solution) = try solving()
    let on = team.roomFold.find(solution, as: Solution.self)!.edits.last
    let args: JSON = ["solution": .string(solution), "due": "", "owner": "floor"]
    #expect(
      refusal { () throws(Refusal) in try team.inRoom("solution.edit", args, as: team.floor, on: on)
      } == .forbidden)
    try team.inRoom("solution.edit", args, as: team.lead, on: on)
    let edited = try #require(team.roomFold.find(solution, as: Solution.self))
    #expect((edited.due, edited.owner, edited.text.count) == (nil, .floor, 18))
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom(
          "solution.edit", ["solution": .string(solution), "text": "别的"], as: team.host, on: on)
      }?.code == .conflict)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("solution.drop", ["solution": .string(solution)], as: team.floor)
      } == .forbidden)
    try team.inRoom("solution.drop", ["solution": .string(solution)], as: team.host)
    #expect(
      refusal { () throws(Refusal) in
        try team.inRoom("solution.drop", ["solution": .string(solution)], as: team.host)
      } == .notFound)
  }

  @Test func `promoted, it is an entry on trial, with its evidence`() throws {
    var (team, issue, solution) = try solving()
    try team.inRoom(
      "solution.promote", ["solution": .string(solution), "stage": "opening", "trigger": "开播前"],
      as: team.facilitator)
    let entry = try #require(team.world.playbook.entries.first)
    #expect(
      team.sees(team.host, team.world.playbook)[RecordKey(.entry, entry.id)]
        == #"{"id":"\#(entry.id)","no":1,"title":"开播前十分钟热身","kind":"sop","roles":["host"],"stage":"opening","#
        + #""trigger":"开播前","text":"开播前十分钟热身。先放福袋！再讲主推","#
        + #""evidence":[{"metric":"gmv","after":48312,"goal":60000,"last":41000,"show":"\#(team.show)"}],"#
        + #""origin":{"room":"\#(team.room)","solution":"\#(solution)","roomTitle":"羊绒专场 复盘"},"#
        + #""status":"trial","version":1,"by":"\#(team.operations.member)","at":\#(team.world.now),"edited":1}"#
    )
    #expect(
      team.roomFold.find(solution, as: Solution.self)?.promotion
        .map { "\($0.state) \($0.entry ?? "")" } == "done \(entry.id)")
    #expect(
      try team.inRoom("solution.promote", ["solution": .string(solution)], as: team.lead).event
        == nil)
    #expect(String(decoding: team.roomFold.summary(), as: UTF8.self).contains(#""promoted":1"#))
    #expect(team.roomFold.find(issue, as: Issue.self) != nil)
  }

  @Test func `a refusal is told with its code, and it may be tried again`() throws {
    var (team, _, solution) = try solving()
    team.world.holdsActs = true
    let act = try #require(
      try team.inRoom("solution.promote", ["solution": .string(solution)], as: team.lead).decision
        .pending.first)
    #expect(act.target == World.organisation.derived(step: 2))
    #expect(act.settle == "promotion.settle")
    let server = Actor.server(for: team.lead.member)
    let settled: JSON = ["act": .string(act.id.description), "accepted": false, "code": "full"]
    try team.inRoom("promotion.settle", settled, as: server)
    #expect(
      team.sees(team.host, team.roomFold)[RecordKey(.solution, solution)]?
        .hasSuffix(#""promotion":{"state":"refused","code":"full"}}"#) == true)
    #expect(try team.inRoom("promotion.settle", settled, as: server).event == nil)
    #expect(
      try team.inRoom("solution.promote", ["solution": .string(solution)], as: team.lead).event
        != nil)
  }

  @Test func `a title is the first sentence, or what is given`() {
    for (text, title) in [
      ("先热身。再讲", "先热身"), ("Warm up; then talk", "Warm up"), ("。怪", "。怪"), ("！\n第二行", "！"),
      (String(repeating: "长", count: 80), String(repeating: "长", count: 60)),
      ("v2.1 话术\n第二行", "v2.1 话术"),
    ] { #expect(Entry.title(of: text) == title) }
  }
}

@Suite struct `The playbook` {
  private let log = LogFold.playbook(of: World.organisation)

  private func entry(in team: inout Team) throws -> String {
    try team.world.send(
      "entry.write", ["title": "开场", "kind": "script", "roles": ["floor"], "text": "先热身"], to: log,
      as: team.lead
    ).made(.entry)
  }

  @Test func `an entry that works is marked with the show in which that was seen, and a note`() throws {
    var team = try Team()
    let id = try entry(in: &team)
    team.world.now += 60_000
    try team.inShow("show.start", as: team.host)
    let args: JSON = [
      "entry": .string(id), "status": "inForce", "show": .string(team.show.description), "note": "离席没有掉人",
    ]
    try team.world.send("entry.mark", args, to: log, as: team.lead)
    let verified = try #require(team.world.playbook.entries.first?.verified)
    #expect((verified.show, verified.note, verified.by) == (team.show, "离席没有掉人", team.lead.member))
    #expect(
      team.sees(team.host, team.world.playbook)[RecordKey(.entry, id)]?.contains(
        #""verified":{"show":"\#(team.show)","note":"离席没有掉人","by":"\#(team.lead.member)","at":\#(team.world.now)}"#)
        == true)
    try team.world.send("entry.mark", ["entry": .string(id), "status": "retired"], to: log, as: team.lead)
    #expect(team.world.playbook.entries.first?.verified == verified)
    try team.world.send("entry.mark", ["entry": .string(id), "status": "trial"], to: log, as: team.lead)
    #expect(team.world.playbook.entries.first?.verified == nil)
  }

  @Test func `a verification names a show of the organisation, and comes with nothing but being in force`() throws {
    var team = try Team()
    let id = try entry(in: &team)
    let foreign = Identifier(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_9999)
    for (args, code): (JSON, Refusal) in [
      (["entry": .string(id), "status": "inForce", "show": .string(foreign.description)], .notFound),
      (["entry": .string(id), "status": "trial", "note": "没有用过"], .invalid("status", .invalid)),
    ] {
      #expect(
        refusal { () throws(Refusal) in try team.world.send("entry.mark", args, to: log, as: team.lead) } == code)
    }
  }

  @Test func `an entry is seen to work in a show that began after it was made, whatever the plan says`() throws {
    var team = try Team()
    let (hour, day) = (Int64(3_600_000), Int64(86_400_000))
    func show(startsAt: Int64) throws -> Identifier {
      try team.inDirectory(
        "show.schedule",
        ["channel": .string(team.channel), "title": "下一场", "startsAt": .int(Int(startsAt))], as: team.operations
      ).newLog
    }
    let (counted, early) = try (show(startsAt: Team.startsAt + hour), show(startsAt: Team.startsAt + day))
    let id = try entry(in: &team)
    func judged(_ show: Identifier) -> Refusal? {
      let args: JSON = ["entry": .string(id), "status": "inForce", "show": .string(show.description)]
      return refusal { () throws(Refusal) in try team.world.send("entry.mark", args, to: log, as: team.lead) }
    }
    let unfit = Refusal.invalid("show", .invalid)
    // One before it, one that has numbers and began as it was made, and one that has not begun.
    for show in [team.previous, team.show, early] { #expect(judged(show) == unfit) }
    // Numbers before the plan tell of no show, later they do.
    try team.world.send("snapshot.take", ["values": ["reserve_uv": 80]], to: counted, as: team.lead)
    #expect(judged(counted) == unfit)
    team.world.now += 2 * hour
    #expect(judged(counted) == nil)
    // It began twenty-two hours before its plan.
    try team.world.send("show.start", to: early, as: team.host)
    #expect(judged(early) == nil)
    try team.world.send("show.plan", ["start": .int(Int(Team.startsAt - hour))], to: early, as: team.operations)
    #expect(judged(early) == unfit)
  }

  @Test func `the show an entry came from does not show that it works`() throws {
    var team = try Team()
    try team.move(to: .solve)
    let solution = try team.inRoom(
      "solution.propose", ["text": "先热身", "kind": "sop", "owner": "host"], as: team.host
    ).made(.solution)
    try team.inRoom("solution.promote", ["solution": .string(solution)], as: team.lead)
    let id = try #require(team.world.playbook.entries.first?.id)
    team.world.now += 60_000
    try team.inShow("show.start", as: team.host)
    let args: JSON = ["entry": .string(id), "status": "inForce", "show": .string(team.show.description)]
    #expect(
      refusal { () throws(Refusal) in try team.world.send("entry.mark", args, to: log, as: team.lead) }
        == .invalid("show", .invalid))
  }

  @Test func `an entry stored before goal and last show were told apart reads as it was`() throws {
    let stored = """
      [{"entryWritten":{"entry":{"id":"e","no":1,"title":"顶讲","kind":"sop","roles":["floor"],"text":"场控顶讲",
      "evidence":[{"metric":"avg_online","before":206,"after":356}],"status":"trial","version":1,
      "by":"01920000-0000-7000-8000-000000001001","at":1,"edits":{"last":1,"seqs":
      {"01920000-0000-7000-8000-000000001001":1}}}}},{"entryMarked":{"entry":"e","status":"inForce"}}]
      """
    let facts = try Event.decode(Array(stored.utf8), of: .playbook)
    guard case .playbook(.entryWritten(let entry)) = facts.first else { return #expect(Bool(false), "no entry") }
    #expect(entry.evidence.map(\.after) == [356])
    #expect(entry.evidence.allSatisfy { $0.goal == nil && $0.last == nil })
    #expect(facts.last == .playbook(.entryMarked(entry: "e", status: .inForce, verified: nil)))
  }

  @Test func `an entry is written, edited on what was read, and marked`() throws {
    var team = try Team()
    let log = LogFold.playbook(of: World.organisation)
    let id = try team.world.send(
      "entry.write",
      [
        "title": "开场", "kind": "script", "roles": ["floor", "host"], "text": "先热身", "trigger": "开播",
        "stage": "opening",
      ],
      to: log, as: team.lead
    ).made(.entry)
    #expect(team.world.playbook.entries.first?.roles == [.host, .floor])
    let edit: JSON = ["entry": .string(id), "text": "先热身三分钟", "trigger": "", "stage": ""]
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send("entry.edit", edit, to: log, as: team.lead)
      }
        == .invalid("on", .missing))
    try team.world.send("entry.edit", edit, to: log, as: team.lead, on: 1)
    let entry = try #require(team.world.playbook.entries.first)
    #expect((entry.version, entry.edits.last, entry.trigger, entry.title) == (2, 2, nil, "开场"))
    #expect(entry.stage == nil)
    let other = Team.member(8, [], isLead: true)
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send(
          "entry.edit", ["entry": .string(id), "title": "别"], to: log, as: other, on: 1)
      }?.code == .conflict)
    try team.world.send(
      "entry.mark", ["entry": .string(id), "status": "inForce"], to: log, as: other)
    #expect(
      try team.world.send(
        "entry.mark", ["entry": .string(id), "status": "inForce"], to: log, as: other
      ).event == nil)
    #expect(
      String(decoding: team.world.playbook.summary(), as: UTF8.self)
        == #"{"entries":1,"trial":0,"inForce":1}"#)
    #expect(
      refusal { () throws(Refusal) in
        try team.world.send("entry.mark", ["entry": "none", "status": "trial"], to: log, as: other)
      } == .notFound)
  }
}
