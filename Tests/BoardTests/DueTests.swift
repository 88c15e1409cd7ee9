import Foundation
import Identity
import JSON
import Testing

@testable import Board

/// `Tests/Samples/due.json`: when an action is asked for. The page judges by the same table (agreed.test.mjs), so that it
/// shows what the server will ask for.
@Suite struct `When an action is due` {
  private let table: JSON
  private let rooms = ["first", "earlier", "here", "later", "unknown"]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Samples/due.json")
    table = try JSONReader.parse(Array(Data(contentsOf: file)))
  }

  @Test func `is what the page says, too`() throws {
    var fold = LogFold(log: log("channel"), kind: .channel)
    for (name, openedAt) in table["rooms"]?.object?.members.map({ ($0.key, $0.value) }) ?? [] {
      fold.put(
        ListedRoom(
          log: log(name), title: "", shows: [], openedAt: Int64(openedAt.int ?? 0), by: Team.member(1, []).member))
    }
    let day = try #require(Day(table["day"]?.string ?? ""))
    let openedAt = Int64(table["rooms"]?["here"]?.int ?? 0)
    let cases = try #require(table["asked"]?.array)
    for one in cases {
      let action = try action(one["action"] ?? [:])
      var fold = fold
      fold.put(action)
      let asked = fold.actions(dueIn: log("here"), openedAt: openedAt, on: day)
      #expect(asked.map(\.id) == (one["is"]?.bool == true ? [action.id] : []), "\(one)")
      #expect(action.isLate(on: day) == one["late"]?.bool, "\(one)")
    }
    #expect(cases.count > 10)
  }

  @Test func `asks why as the page does`() throws {
    for one in try #require(table["reasons"]?.array) {
      let word = try #require(Action.Answer.Word(rawValue: one["answer"]?.string ?? ""))
      #expect(try action(one).asksWhy(word, in: log("here")) == one["is"]?.bool, "\(one)")
    }
  }

  private func action(_ told: JSON) throws -> Action {
    let member = Team.member(1, []).member
    let due: Due? =
      if let day = told["due"]?["day"]?.string {
        .day(try #require(Day(day)))
      } else if told["due"]?["next"]?.bool == true { .next } else { nil }
    var action = Action(
      id: "a", ActionContent(text: "尺码表", owner: .host, member: nil, due: due),
      from: told["from"]?.string.map { Action.Origin(room: log($0), solution: "s", issue: nil) }, by: member, at: 1,
      edits: Edits(1, by: member))
    action.state = try #require(Action.State(rawValue: told["state"]?.string ?? "todo"))
    action.answers = try (told["heard"]?.object?.members ?? []).map { room in
      Action.Answer(
        room: log(room.key), answer: try #require(Action.Answer.Word(rawValue: room.value.string ?? "")), reason: nil,
        by: member, at: 1, seq: 1, was: .todo, wasReason: nil)
    }
    if told["erased"] != nil { action.erase(Erasure(at: 5, reason: "要求")) }
    return action
  }

  private func log(_ name: String) -> Identifier {
    Identifier(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_2000 + UInt64(rooms.firstIndex(of: name) ?? 99))
  }
}
