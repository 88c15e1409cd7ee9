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
}
