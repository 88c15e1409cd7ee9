import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A show's times, corrected` {
  private let minute: Int64 = 60_000

  @Test func `a start pressed by mistake is taken back, and what moved moves back`() throws {
    var team = try Team()
    let marker = try team.inShow("marker.add", ["kind": "note", "offset": 180], as: team.floor).made(.marker)
    team.world.now += 100 * minute
    try team.inShow("show.start", as: team.host)
    #expect(team.showFold.find(marker, as: Marker.self)?.offset == 180 - 6000)
    try team.inShow("show.start", ["at": ""], as: team.host)
    #expect(team.showFold.show?.start == nil)
    #expect(team.showFold.find(marker, as: Marker.self)?.offset == 180)
    try team.inShow("show.start", as: team.host)
    try team.inShow("show.end", ["at": .int(Int(team.world.now) + 60_000)], as: team.host)
    #expect(
      refusal { () throws(Refusal) in try team.inShow("show.start", ["at": ""], as: team.host) }
        == .invalid("at", .invalid))
    try team.inShow("show.end", ["at": ""], as: team.host)
    #expect(team.showFold.show?.end == nil && team.showFold.show?.start != nil)
  }

  @Test func `the real times are corrected with the plan, in one act`() throws {
    var team = try Team()
    team.world.now += 806 * minute
    try team.inShow("show.start", as: team.host)
    let (start, end) = (Team.startsAt + 3 * minute, Team.startsAt + 250 * minute)
    try team.inShow(
      "show.plan",
      ["start": .int(Int(start)), "end": .int(Int(end)), "startsAt": .int(Int(Team.startsAt - minute))],
      as: team.operations)
    let show = try #require(team.showFold.show)
    #expect(show.start == start && show.end == end && show.plannedStart == Team.startsAt - minute)
    for (field, args) in [
      ("end", ["end": .int(Int(start))]),
      ("start", ["start": .int(Int(team.world.now + 3 * minute)), "end": ""]),
    ] as [(String, JSON)] {
      #expect(
        refusal { () throws(Refusal) in try team.inShow("show.plan", args, as: team.operations) }
          == .invalid(field, .outOfRange))
    }
    try team.inShow("show.plan", ["start": "", "end": "", "endsAt": ""], as: team.operations)
    let cleared = try #require(team.showFold.show)
    #expect(cleared.start == nil && cleared.end == nil && cleared.plannedEnd == nil)
    #expect(team.world.directory.find(team.show.description, as: ListedShow.self)?.endsAt == nil)
  }

  @Test func `cards and evidence move along with a corrected start`() throws {
    var team = try Team()
    team.world.now += 100 * minute
    try team.inShow("show.start", as: team.host)
    try team.move(to: .solve)
    let card = try team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "离席", "offset": 600], as: team.host
    ).made(.issue)
    let question = try team.inShow("question.log", ["text": "有货吗", "offset": 60], as: team.floor).made(.question)
    try team.inShow(
      "question.promote", ["question": .string(question), "room": .string(team.room.description), "kind": "puzzle"],
      as: team.lead)
    try team.inRoom(
      "issue.link",
      [
        "issue": .string(card), "show": .string(team.show.description), "snapshot": .string(team.snapshot),
        "metric": "gmv",
      ], as: team.host)
    let solution = try team.inRoom(
      "solution.propose", ["issues": [.string(card)], "text": "不离席", "kind": "sop", "owner": "host"], as: team.host
    ).made(.solution)
    try team.inRoom("solution.promote", ["solution": .string(solution)], as: team.lead)
    #expect(team.world.playbook.entries.first?.evidence.first?.offset == 600)
    // It had begun ninety minutes earlier.
    try team.inShow("show.start", ["at": .int(Int(Team.startsAt + 10 * minute))], as: team.operations)
    #expect(team.roomFold.find(card, as: Board.Issue.self)?.offset == 6000)
    let raised = try #require(team.roomFold.all(Board.Issue.self).first { $0.question != nil })
    #expect(raised.offset == 5460 && raised.question?.offset == 5460)
    #expect(team.world.playbook.entries.first?.evidence.first?.offset == 6000)
    // Of another show nothing moves.
    try team.world.send("show.start", ["at": .int(Int(Team.startsAt))], to: team.previous, as: team.operations)
    #expect(team.roomFold.find(card, as: Board.Issue.self)?.offset == 6000)
  }

  @Test func `a platform's times that contradict ours are kept, to be offered`() throws {
    var team = try Team()
    let server = Actor.server(for: team.operations.member)
    team.world.now += 806 * minute
    try team.inShow("show.start", as: team.host)
    let file: JSON = [
      "source": "summary", "values": ["gmv": 1], "start": .int(Int(Team.startsAt)),
      "end": .int(Int(Team.startsAt + 900 * minute)),
    ]
    try team.inShow("snapshot.import", file, as: server)
    let show = try #require(team.showFold.show)
    let end = Team.startsAt + 900 * minute
    #expect(show.told == Show.Times(start: Team.startsAt, end: end))
    #expect(show.start == Team.startsAt + 806 * minute)
    #expect(
      team.sees(team.host, team.showFold)[RecordKey(.show, "show")]?.contains(
        #""told":{"start":\#(Team.startsAt),"end":\#(end)}"#) == true)
    #expect(try team.inShow("snapshot.import", file, as: server).event == nil)
  }

  @Test func `a platform's times are offered also against times that were set by hand after the file came`() throws {
    var team = try Team()
    team.world.now += 1000 * minute
    let (start, end) = (Team.startsAt, Team.startsAt + 240 * minute)
    let file: JSON = [
      "source": "summary", "values": ["gmv": 1], "start": .int(Int(start)), "end": .int(Int(end)),
    ]
    try team.inShow("snapshot.import", file, as: .server(for: team.operations.member))
    func offered() -> String? {
      let words = team.sees(team.host, team.showFold)[RecordKey(.show, "show")] ?? ""
      return words.firstRange(of: #""told":"#).map { String(words[$0.upperBound...].dropLast()) }
    }
    #expect(team.showFold.show?.start == start && offered() == nil)
    try team.inShow("show.plan", ["start": .int(Int(start + 20 * minute))], as: team.operations)
    #expect(offered() == #"{"start":\#(start),"end":\#(end)}"#)
    // Files tell minutes.
    try team.inShow("show.plan", ["start": .int(Int(start + 30_000))], as: team.operations)
    #expect(offered() == nil)
    try team.inShow("show.end", ["at": .int(Int(end + 3 * minute))], as: team.host)
    #expect(offered() != nil)
  }
}
