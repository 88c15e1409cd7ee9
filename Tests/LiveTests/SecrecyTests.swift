import Board
import Identity
import JSON
import Testing

@testable import Live

@Suite struct `What a member may not see` {
  let bench: Bench
  let room: Identifier

  init() {
    bench = Bench().found()
    room = bench.openRoom()
    bench.submit("phase.move", ["phase": "collect"], as: bench.actor(bench.lead), to: room)
  }

  private func post(_ connection: ConnectionID, anonymous: Bool = false) -> JSON {
    bench.command(
      room, "issue.post", ["role": "host", "kind": "mistake", "text": "秘密的话", "anonymous": .bool(anonymous)]
    ).frame
  }

  private func events(_ effects: [Effect], _ connection: ConnectionID) -> [JSON] {
    effects.frames(to: connection).filter { $0.type == "ev" }.flatMap { $0["events"]?.array ?? [] }
  }

  @Test func `a card face down goes to its author whole, to others as a tag and how many cards there are`() {
    let author = bench.join(bench.host, room), other = bench.join(bench.lead, room)
    bench.say(author, post(author))
    let effects = bench.settle()
    #expect(events(effects, author)[0]["put"]?["issue"]?.array?[0]["text"] == "秘密的话")
    let tag = events(effects, author)[0]["tag"] ?? .null
    func counted(_ cards: Int) -> JSON {
      ["progress": [["id": "progress", "cards": .int(cards), "lanes": ["host": .int(cards)]]]]
    }
    #expect(events(effects, other) == [.object(members(("tag", tag), ("put", counted(1))))])
    // Their next moves the count as anybody's would.
    bench.say(author, post(author))
    let next = bench.settle()
    let second = events(next, author)[0]["tag"] ?? .null
    #expect(events(next, other) == [.object(members(("tag", second), ("put", counted(2))))])
  }

  @Test func `who acts on an anonymous card is told that the act was theirs, and nobody else is told whose`() {
    let author = bench.join(bench.host, room), other = bench.join(bench.lead, room)
    bench.say(author, post(author, anonymous: true))
    bench.settle()
    bench.say(other, bench.command(room, "cards.reveal", [:]).frame)
    let card = events(bench.settle(), author)[0]["put"]?["issue"]?.array?[0]
    let (id, edit) = bench.command(
      room, "issue.edit", ["issue": card?["id"] ?? .null, "text": "改过的话"], on: card?["edited"]?.int.map(Int64.init))
    bench.say(other, edit)
    let effects = bench.settle()
    #expect(events(effects, other)[0]["id"]?.string == id.description)
    #expect(events(effects, author)[0]["put"]?["issue"]?.array?[0]["text"] == "改过的话")
    for name in ["id", "by", "at", "op"] { #expect(events(effects, author)[0][name] == nil) }
  }

  @Test func `both tabs of the author see it`() {
    let author = bench.join(bench.host, room), tab = bench.join(bench.host, room)
    bench.say(author, post(author))
    let effects = bench.settle()
    #expect(events(effects, tab) == events(effects, author))
  }

  @Test func `a joiner's snapshot has their own cards only`() {
    let author = bench.join(bench.host, room)
    bench.say(author, post(author))
    bench.settle()
    func cards(_ member: Identifier) -> Int {
      let connection = bench.connect(member)
      bench.say(connection, bench.hello([(room, nil)]))
      let snapshot = bench.settle().frames(to: connection).last { $0.type == "snap" }
      return snapshot?["put"]?["issue"]?.array?.count ?? 0
    }
    #expect([cards(bench.lead), cards(bench.host), cards(bench.lead)] == [0, 1, 0])
  }

  @Test func `the reveal shows every card to all, in one event`() {
    let author = bench.join(bench.host, room), other = bench.join(bench.lead, room)
    bench.say(author, post(author))
    bench.settle()
    bench.say(other, bench.command(room, "cards.reveal", [:]).frame)
    let revealed = events(bench.settle(), author)
    #expect(revealed[0]["put"]?["issue"]?.array?[0]["by"]?.string == bench.host.description)
    #expect(revealed[0]["put"]?["issue"]?.array?[0]["revealed"] == true)
    #expect(revealed[0]["op"] == "cards.reveal")
  }

  @Test func `nothing names the author of an anonymous card to others`() {
    bench.submit("cards.reveal", [:], as: bench.actor(bench.lead), to: room)
    let author = bench.join(bench.host, room), other = bench.join(bench.lead, room)
    bench.say(author, post(author, anonymous: true))
    let effects = bench.settle()
    let event = events(effects, other)[0]
    #expect(event["put"]?["issue"]?.array?[0]["text"] == "秘密的话")
    #expect([event["id"], event["by"], event["at"], event["op"]] == [nil, nil, nil, nil])
    #expect(event["put"]?["issue"]?.array?[0]["by"] == nil)
    #expect(events(effects, author)[0]["by"]?.string == bench.host.description)
  }

  @Test func `a vote is the voter's own affair`() {
    let author = bench.join(bench.host, room), other = bench.join(bench.lead, room)
    bench.say(author, post(author))
    bench.settle()
    bench.say(other, bench.command(room, "phase.move", ["phase": "vote"]).frame)
    bench.settle()
    let issue = bench.truth(room).keys.first { $0.kind == .issue }?.id ?? ""
    bench.say(author, bench.command(room, "vote.set", ["issue": .string(issue), "votes": 2]).frame)
    let effects = bench.settle()
    #expect(events(effects, author)[0]["put"]?["ballot"]?.array?.count == 1)
    let event = events(effects, other)[0]
    #expect(event.object?.members.map(\.key) == ["tag", "put"])
    #expect(event["put"] == ["progress": [["id": "progress", "voted": 1, "spent": 0]]])
    bench.say(author, bench.command(room, "vote.set", ["issue": .string(issue), "votes": 3]).frame)
    #expect(events(bench.settle(), other)[0].object?.members.map(\.key) == ["tag"])
  }

  @Test func `whoever comes back while a vote goes on is not sent the totals of its first end`() {
    let author = bench.join(bench.host, room)
    bench.say(author, post(author))
    bench.settle()
    let issue = bench.truth(room).keys.first { $0.kind == .issue }?.id ?? ""
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    bench.submit("vote.set", ["issue": .string(issue), "votes": 4], as: bench.actor(bench.lead), to: room)
    let leaving = bench.connect(bench.host)
    bench.say(leaving, bench.hello([(room, nil)]))
    let at = bench.settle().frames(to: leaving).last { $0.type == "snap" }?["at"]
    bench.receive(.disconnected(leaving))
    bench.submit("phase.move", ["phase": "solve"], as: bench.actor(bench.lead), to: room)
    let witness = bench.join(bench.host, room)
    bench.submit("phase.move", ["phase": "vote"], as: bench.actor(bench.lead), to: room)
    #expect(bench.take().frames(to: witness).allSatisfy { $0.type != "snap" })
    let returning = bench.connect(bench.host)
    bench.say(returning, bench.hello([(room, at)]))
    let frames = bench.settle().frames(to: returning)
    #expect(frames.filter { $0["log"]?.string == room.description }.map(\.type) == ["snap"])
    let cards = frames.flatMap { $0["put"]?["issue"]?.array ?? [] }
    #expect(cards.count == 1 && cards.allSatisfy { $0["votes"] == nil })
  }

  @Test func `nothing in a show tells who made a card of a question, or which card`() throws {
    let show = try #require(
      bench.truth(bench.organisation).keys.first { $0.kind == .show }.flatMap { Identifier($0.id) })
    bench.submit("question.log", ["text": "有小码吗"], as: bench.actor(bench.lead), to: show)
    let question = bench.truth(show).keys.first { $0.kind == .question }?.id ?? ""
    let other = bench.join(bench.host, show), promoter = bench.join(bench.lead, show)
    let args: JSON = [
      "question": .string(question), "room": .string(room.description), "kind": "puzzle",
    ]
    bench.say(promoter, bench.command(show, "question.promote", args).frame)
    let seen = events(bench.settle(), other)
    #expect(seen.count == 2)
    for event in seen {
      #expect([event["id"], event["by"], event["at"], event["op"]] == [nil, nil, nil, nil])
      #expect(event["put"]?["question"]?.array?[0]["issue"]?["issue"] == nil)
    }
  }

  @Test func `only leads get invitations`() {
    let lead = bench.join(bench.lead), host = bench.join(bench.host)
    let offer: JSON = [
      "invitation": "abc", "roles": ["host"], "expires": .int(Int(bench.time.wall) + 1_000), "uses": 1,
    ]
    bench.receive(
      .submit(
        Ticket(9), organisation: bench.organisation, .server(for: bench.lead),
        Command(id: Identifier(high: 8, low: 8), log: bench.organisation, op: "invitation.offer", args: offer)))
    let effects = bench.settle()
    #expect(events(effects, lead)[0]["put"]?["invitation"]?.array?.count == 1)
    #expect(events(effects, host)[0].object?.members.map(\.key) == ["tag"])
  }
}

@Suite struct `Rights that change` {
  let bench = Bench().found()

  private func appoint(_ member: Identifier, _ isLead: Bool) -> JSON {
    bench.command(
      bench.organisation, "member.appoint", ["member": .string(member.description), "lead": .bool(isLead)]
    ).frame
  }

  @Test func `bring a fresh snapshot of every log under a new view, to every tab`() {
    let room = bench.openRoom()
    let lead = bench.join(bench.lead)
    let tabs = [bench.join(bench.host, room), bench.join(bench.host, room)]
    bench.say(lead, appoint(bench.host, true))
    let effects = bench.settle()
    for tab in tabs {
      let frames = effects.frames(to: tab)
      #expect(frames.map(\.type) == ["snap", "snap"])
      let head = bench.database.logs[bench.organisation]?.rows.count ?? 0
      #expect(frames.allSatisfy { $0["at"]?["view"]?.string?.hasPrefix("\(head).") == true })
    }
    #expect(effects.frames(to: lead).map(\.type) == ["ev", "ack"])
  }

  @Test func `and a position told by an older layout bring a fresh snapshot: the older node may have told less`() throws
  {
    let first = bench.connect(bench.host)
    bench.say(first, bench.hello())
    let snap = try #require(bench.settle().frames(to: first).last { $0.type == "snap" })
    var at = try #require(snap["at"]?.object)
    let view = try #require(at["view"]?.string)
    // The first layout named none.
    let older = view.split(separator: ".").dropLast().joined(separator: ".")
    for (view, type) in [(view, nil), (older, "snap")] as [(String, String?)] {
      at["view"] = .string(view)
      let again = bench.connect(bench.host)
      bench.say(again, bench.hello([(bench.organisation, .object(at))]))
      #expect(bench.settle().frames(to: again).first { $0["log"] != nil }?.type == type)
    }
  }

  @Test func `make an old position invalid`() {
    let connection = bench.connect(bench.host)
    bench.say(connection, bench.hello())
    let at = bench.settle().frames(to: connection).last?["at"]
    bench.receive(.disconnected(connection))
    bench.say(bench.join(bench.lead), appoint(bench.host, true))
    bench.settle()
    let returning = bench.connect(bench.host)
    bench.say(returning, bench.hello([(bench.organisation, at)]))
    #expect(bench.settle().frames(to: returning).map(\.type) == ["welcome", "snap"])
  }

  @Test func `end at once for a removed member: 4403, and commands are refused`() {
    let lead = bench.join(bench.lead), gone = bench.join(bench.host)
    let remove = bench.command(
      bench.organisation, "member.remove", ["member": .string(bench.host.description)])
    bench.say(lead, remove.frame)
    let effects = bench.settle()
    #expect(effects.closing(gone) == .forbidden)
    #expect(effects.frames(to: gone).isEmpty)
    bench.receive(
      .submit(
        Ticket(5), organisation: bench.organisation, bench.actor(bench.host),
        Command(id: Identifier(high: 6, low: 6), log: bench.organisation, op: "member.rename", args: ["name": "鬼"])))
    #expect(bench.settle().contains(.answer(Ticket(5), .failure(.forbidden))))
  }
}
