import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A stored fact` {
  private let tagged = Fact.room(.issueTagged(issue: "abc", tagging: .init(tags: ["节奏"])))

  @Test func `of a kind that came later says by which layout it is written`() throws {
    let body = Event.encode([.room(.issueWithdrawn(issue: "abc")), tagged])
    #expect(
      String(decoding: body, as: UTF8.self)
        == #"[{"issueWithdrawn":{"issue":"abc"}},{"issueTagged":{"v":2,"issue":"abc","tagging":{"tags":["节奏"]}}}]"#)
    #expect(try Event.decode(body, of: .room) == [.room(.issueWithdrawn(issue: "abc")), tagged])
  }

  @Test func `of a newer build is told from one that cannot be read`() {
    #expect(fault(#"[{"issueSung":{"v":99,"issue":"abc"}}]"#) == .newer(99))
    #expect(fault(#"[{"issueTagged":{"v":99,"issue":7}}]"#) == .newer(99))
    #expect(fault(#"[{"issueSung":{"issue":"abc"}}]"#) == .unreadable(field: "issueSung"))
    #expect(fault(#"[{"issueEdited":{"issue":"abc"}}]"#) == .unreadable(field: "issueEdited.content"))
    #expect(fault(#"[7]"#) == .unreadable(field: "fact"))
    #expect(fault("{") == .unreadable(field: "body"))
  }

  @Test func `from before a field was added reads as if it were blank`() throws {
    var team = try Team()
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    let posted = try team.inRoom(
      "issue.post", ["role": "host", "kind": "mistake", "text": "开场太慢"], as: team.host)
    let event = try #require(posted.event)
    let body = String(decoding: Event.encode(event.facts), as: UTF8.self)
    #expect(!body.contains("tags"))
    guard case .room(.issuePosted(let issue)) = try Event.decode(Array(body.utf8), of: .room).first else {
      Testing.Issue.record("no card")
      return
    }
    #expect(issue.tags == [])
    let state = String(decoding: team.roomFold.encode(), as: UTF8.self)
    #expect(!state.contains("tags"))
  }

  @Test func `is passed on as a pointer, whichever kind of log it is of`() {
    #expect(MemoryLayout<Fact>.size == MemoryLayout<UnsafeRawPointer>.size)
  }

  private func fault(_ body: String) -> FactFault? {
    do throws(FactFault) {
      _ = try Event.decode(Array(body.utf8), of: .room)
      return nil
    } catch { return error }
  }
}
