import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A show's markers` {
  @Test func `a marker stands where it is put, or now`() throws {
    var team = try Team()
    team.world.now += 90_500
    let now = try team.inShow("marker.add", ["kind": "luckyBag", "text": "福袋二"], as: team.host)
      .made(.marker)
    let put = try team.inShow("marker.add", ["kind": "product", "offset": -30], as: team.host).made(
      .marker)
    let seen = team.sees(team.lead, team.showFold)
    #expect(
      seen[RecordKey(.marker, now)]
        == #"{"id":"\#(now)","offset":90,"kind":"luckyBag","text":"福袋二","edited":0}"#)
    #expect(seen[RecordKey(.marker, put)] == #"{"id":"\#(put)","offset":-30,"kind":"product","edited":0}"#)
    try team.inShow("marker.remove", ["marker": .string(now)], as: team.floor)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("marker.remove", ["marker": .string(now)], as: team.floor)
      }
        == .notFound)
  }

  @Test func `a marker is edited on what was seen of it, and where it stands stays`() throws {
    var team = try Team()
    let id = try team.inShow("marker.add", ["kind": "note", "offset": 60, "text": "福带"], as: team.host).made(.marker)
    let args: JSON = ["marker": .string(id), "kind": "luckyBag", "text": "福袋"]
    func edit(_ args: JSON, as actor: Actor, on: Int64?) -> Refusal? {
      refusal { () throws(Refusal) in try team.inShow("marker.edit", args, as: actor, on: on) }
    }
    #expect(edit(args, as: team.host, on: 0)?.code == .forbidden)
    #expect(edit(args, as: team.floor, on: nil) == .invalid("on", .missing))
    #expect(edit(args, as: team.floor, on: 0) == nil)
    #expect(team.world.events[team.show]?.last?.facts.map(\.since) == [2])
    let edited = try #require(team.showFold.find(id, as: Marker.self))
    #expect((edited.offset, edited.kind, edited.text) == (60, .luckyBag, "福袋"))
    #expect(edit(["marker": .string(id), "text": "福袋三"], as: team.lead, on: 0)?.code == .conflict)
    #expect(edit(["marker": .string(id), "text": ""], as: team.floor, on: 0) == nil)
    #expect(team.showFold.find(id, as: Marker.self)?.text == nil)
  }

  @Test func `a marker stored before markers were edited has been edited by nobody`() throws {
    let stored = #"{"id":"abc","offset":3,"kind":"note"}"#
    let marker: Marker = try JSONReader.parse(Array(stored.utf8)).decoded()
    #expect(marker.edits == .blank)
    var json = JSONWriter()
    try json.encode(marker)
    #expect(String(decoding: json.bytes, as: UTF8.self) == stored)
  }

  @Test func `a file of markers may be imported twice`() throws {
    var team = try Team()
    let args: JSON = [
      "markers": [
        ["at": .int(Int(Team.startsAt) + 60_000), "kind": "product", "text": "3号"],
        ["offset": 60, "kind": "product", "text": "3号"],
        ["offset": 61, "kind": "product", "text": "3号"],
      ]
    ]
    let server = Actor.server(for: team.lead.member)
    #expect(try team.inShow("markers.import", args, as: server).changes.count == 2)
    #expect(try team.inShow("markers.import", args, as: server).event == nil)
  }
}
