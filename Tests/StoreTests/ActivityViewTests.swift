import Identity
import Postgres
import Rows
import ServiceLoop
import StoreTesting
import Testing

@testable import Store

@ServiceLoop @Suite struct `What analysts read of a review` {
  @Test func `leaves out who did what to an anonymous card, and who voted`() async throws {
    // given
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let bodies = [
      #"[{"issuePosted":{"issue":{"id":"card","edits":{"last":1,"seqs":{}},"text":"匿名","anonymous":true,"author":"a"}}}]"#,
      #"[{"issuePosted":{"issue":{"id":"other","text":"有名","anonymous":false,"author":"a"}}}]"#,
      #"[{"issueTagged":{"v":2,"issue":"card","tagging":{"tags":[]}}}]"#,
      #"[{"issueTagged":{"v":2,"issue":"other","tagging":{"tags":[]}}}]"#,
      #"[{"cardsRevealed":{"numbers":{"card":1,"other":2}}}]"#,
    ]
    let ops = ["issue.post", "issue.post", "issue.tag", "issue.tag", "cards.reveal", "vote.set"]
    let events = zip(Int64(1)..., bodies + [#"[{"voteSet":{"issue":"other","votes":1}}]"#]).map { seq, body in
      EventRow(
        seq: seq, tag: 1, command: newID(), actor: member, at: 1000 + seq, op: ops[Int(seq) - 1],
        body: Array(body.utf8))
    }
    // when
    _ = await store.append([
      Append(
        log: log, organisation: organisation, kind: "room", head: 0, tag: 0, events: events, summary: Array("{}".utf8))
    ])
    // then
    let rows = try look(
      address, "select actor is null, body::text from activity where log_id = '\(log)' order by seq")
    #expect(rows.map { $0.boolean(0) } == [true, false, true, false, false, true])
    #expect(!rows[0].text(1).contains("author") && !rows[0].text(1).contains("edits"))
    #expect(rows[0].text(1).contains("匿名") && rows[1].text(1) == bodies[1])
  }

  @Test func `leaves out who said what on an anonymous card, who said a why, and what the review was worth to whom`()
    async throws
  {
    // given
    let facts = [
      ("issue.post", #"{"issuePosted":{"issue":{"id":"card","text":"匿名","anonymous":true,"author":"a"}}}"#),
      ("issue.post", #"{"issuePosted":{"issue":{"id":"other","text":"有名","anonymous":false,"author":"a"}}}"#),
      (
        "comment.post",
        #"{"commentPosted":{"comment":{"id":"veiled","issue":"card","text":"主播都看看","author":"a","anonymous":true,"edits":{}},"notified":["b","c"]}}"#
      ),
      (
        "comment.post",
        #"{"commentPosted":{"comment":{"id":"plain","issue":"other","text":"都看看","author":"a","anonymous":false},"notified":["b"]}}"#
      ),
      ("comment.edit", #"{"commentEdited":{"comment":"veiled","content":{"text":"改"},"notified":["d"]}}"#),
      ("comment.react", #"{"commentReacted":{"comment":"veiled","word":"agree","isOn":true}}"#),
      ("comment.withdraw", #"{"commentWithdrawn":{"comment":"veiled"}}"#),
      ("comment.restore", #"{"commentRestored":{"comment":"veiled"}}"#),
      ("comment.withdraw", #"{"commentWithdrawn":{"comment":"plain"}}"#),
      ("cause.say", #"{"whySaid":{"why":{"id":"other/why","issue":"other","place":0,"text":"因为"}}}"#),
      ("worth.set", #"{"worthSet":{"score":4}}"#),
    ]
    // when
    let rows = try await seen(of: facts, summary: "{}", "select actor is null, body::text from activity")
    // then
    #expect(
      rows.map { $0.boolean(0) }
        == [true, false, true, false, true, true, true, true, false, true, true])
    let told = rows.map { $0.text(1) }
    #expect(told.allSatisfy { !$0.contains("notified") && !$0.contains("score") })
    #expect(!told[2].contains("author") && told[2].contains("主播都看看"))
    #expect(told[3].contains("author") && told[3].contains("都看看") && told[4].contains("改"))
    #expect(told[10].contains("worthSet"))
  }

  @Test func `leaves out the same of an anonymous card and comment whose words are erased`() async throws {
    // given
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let facts = [
      #"{"issuePosted":{"issue":{"id":"card","text":"匿名","anonymous":true,"author":"a"}}}"#,
      #"{"commentPosted":{"comment":{"id":"said","issue":"card","text":"主播","author":"a","anonymous":true},"notified":["b"]}}"#,
      #"{"commentEdited":{"comment":"said","content":{"text":"改"},"notified":["d"]}}"#,
    ]
    let ops = ["issue.post", "comment.post", "comment.edit"]
    let log = newID()
    let events = zip(Int64(1)..., zip(ops, facts)).map { seq, said in
      EventRow(
        seq: seq, tag: 1, command: newID(), actor: member, at: 1000 + seq, op: said.0, body: Array("[\(said.1)]".utf8))
    }
    let first = Append(
      log: log, organisation: organisation, kind: "room", head: 0, tag: 0, events: events, summary: Array("{}".utf8))
    _ = await store.append([first])
    // when
    var erasure = append(behind: first)
    erasure.emptied = ["card", "said"].map { EmptiedRow(record: $0, before: 5) }
    #expect(await store.append([erasure]) == [.committed])
    // then
    let rows = try look(address, "select actor is null, body::text from activity where log_id = '\(log)' order by seq")
    let told = rows.prefix(3).map { $0.text(1) }
    #expect(rows.prefix(3).allSatisfy { $0.boolean(0) })
    #expect(told.allSatisfy { text in !["匿名", "主播", "改", "author", "notified"].contains { text.contains($0) } })
  }

  @Test func `leaves out how often each member was called`() async throws {
    // given
    let called = #"{"title":"复盘","phase":"solve","mentions":{"a":2}}"#
    let fact = ("issue.post", #"{"issuePosted":{"issue":{"id":"other","text":"有名","anonymous":false}}}"#)
    // when
    let rows = try await seen(of: [fact], summary: called, "select phase, summary::text from review")
    // then
    #expect(rows.map { $0.text(0) } == ["solve"])
    #expect(rows[0].text(1).contains("复盘") && !rows[0].text(1).contains("mentions"))
  }

  /// What a view says of a room in which this has happened.
  private func seen(of facts: [(op: String, fact: String)], summary: String, _ query: String) async throws -> Rows {
    let address = try await freshDatabase()
    let store = try await openStore(address)
    defer { store.close() }
    let log = newID()
    let events = zip(Int64(1)..., facts).map { seq, fact in
      EventRow(
        seq: seq, tag: 1, command: newID(), actor: member, at: 1000 + seq, op: fact.op,
        body: Array("[\(fact.fact)]".utf8))
    }
    _ = await store.append([
      Append(
        log: log, organisation: organisation, kind: "room", head: 0, tag: 0, events: events,
        summary: Array(summary.utf8))
    ])
    let order = query.contains("activity") ? " order by seq" : ""
    return try look(address, "\(query) where log_id = '\(log)'\(order)")
  }
}
