import Identity
import JSON
import Testing

@testable import Board

@Suite struct `Of series of the same columns` {
  @Test func `the newest counts, and the one before it is kept`() throws {
    var shown = try Shown()
    let (first, second) = (try shown.take(1), try shown.take(2))
    #expect(shown.counting == [second] && shown.aside == [first: "replaced"])
    #expect(shown.team.world.series[shown.team.show]?[first] != nil)
    let other = try shown.take(3, label: "离开")
    #expect(shown.counting == [second, other].sorted())
  }

  @Test func `the one before counts again when the newest is taken back, and goes when that is brought back`() throws {
    var shown = try Shown()
    let (first, second) = (try shown.take(1), try shown.take(2))
    try shown.send("series.withdraw", second)
    #expect(shown.counting == [first] && shown.aside == [second: "withdrawn"])
    try shown.send("series.restore", second)
    #expect(shown.counting == [second] && shown.aside == [first: "replaced"])
  }

  @Test func `one that was replaced can be brought back, and that is taken back by the other`() throws {
    var shown = try Shown()
    let (first, second) = (try shown.take(1), try shown.take(2))
    let before = shown.team.showFold
    let event = try #require(try shown.send("series.restore", first).event)
    #expect(shown.counting == [first] && shown.aside == [second: "replaced"])
    let opposite = try #require(Act.of("series.restore", in: .show)?.undo?(before, event))
    try shown.team.inShow(opposite.op, opposite.args, as: shown.team.lead)
    #expect(shown.counting == [second] && shown.aside == [first: "replaced"])
  }

  @Test func `one goes with its file and comes with it, and the one before counts meanwhile`() throws {
    var shown = try Shown()
    let first = try shown.take(1)
    let second = try shown.take(2, of: "f1")
    try shown.team.inShow("file.withdraw", ["file": "f1"], as: shown.team.lead)
    #expect(shown.counting == [first] && shown.aside == [second: "withdrawn"])
    #expect(refusal { () throws(Refusal) in try shown.send("series.restore", second) } == .notFound)
    try shown.team.inShow("file.restore", ["file": "f1"], as: shown.team.lead)
    #expect(shown.counting == [second] && shown.aside == [first: "replaced"])
  }

  @Test func `the oldest are forgotten when too many are set aside`() throws {
    var shown = try Shown()
    let all = try (0...(Bounds.seriesAside + 2)).map { try shown.take($0) }
    #expect(shown.counting == [all.last!] && shown.aside.count == Bounds.seriesAside)
    #expect(!shown.aside.keys.contains(all[0]) && shown.aside.keys.contains(all[2]))
  }

  @Test func `one of an earlier build took the place of the other for good, and still does`() throws {
    let body =
      #"[{"seriesImported":{"series":{"id":"b","from":1,"minutes":1,"columns":[],"peaks":[],"troughs":[]},"instead":["a"]}}]"#
    var fold = LogFold(log: World.organisation, kind: .show)
    fold.put(Series(id: "a", from: 1, minutes: 1, columns: [], peaks: [], troughs: []))
    let facts = try Event.decode(Array(body.utf8), of: .show)
    _ = fold.apply(
      Event(
        seq: 2, tag: 1, id: World.organisation, by: World.organisation, at: 1, op: "series.import", facts: facts,
        words: [:]))
    #expect(fold.all(Series.self).map(\.id) == ["b"] && fold.all(SeriesAside.self).isEmpty)
    #expect(fold.all(Series.self)[0].render == #"{"id":"b","from":1,"minutes":1,"columns":[],"peaks":[],"troughs":[]}"#)
  }

  @Test func `turns of one that is set aside move with the show's start`() throws {
    var shown = try Shown()
    let first = try shown.take(1)
    _ = try shown.take(2)
    let before = try #require(shown.team.showFold.find(first, as: SeriesAside.self)).series.peaks
    try shown.team.inShow("show.start", ["at": .int(Int(Team.startsAt) - 60_000)], as: shown.team.lead)
    let after = try #require(shown.team.showFold.find(first, as: SeriesAside.self)).series.peaks
    #expect(!before.isEmpty && after.map(\.offset) == before.map { $0.offset + 60 })
  }
}

extension Series {
  fileprivate var render: String? {
    record.render(for: Viewer(member: nil, isLead: false)).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A show to which series are brought.
private struct Shown {
  var team: Team

  init() throws {
    team = try Team()
    try team.inShow("file.import", ["file": "f1", "kind": "trend", "digest": "a"], as: .server(for: team.lead.member))
  }

  var counting: [String] { team.showFold.records(.series).keys.sorted() }
  /// Why each is there.
  var aside: [String: String] {
    team.showFold.records(.seriesAside).mapValues { record in
      let told = record.render(for: Viewer(member: nil, isLead: false)).flatMap { try? JSONReader.parse($0) }
      return told?["why"]?.string ?? ""
    }
  }

  mutating func take(_ top: Int, label: String = "在线", of file: String? = nil) throws(Refusal) -> String {
    let online = [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1].map { JSON.int($0 * 10 + top) }
    var args = JSONObject()
    args["from"] = .int(Int(Team.startsAt))
    args["offsets"] = .array(online.indices.map { .int($0 * 60) })
    args["columns"] = [["metric": "online", "label": .string(label)]]
    args["values"] = [.array(online)]
    args["file"] = file.map(JSON.string)
    return try team.inShow("series.import", .object(args), as: .server(for: team.lead.member)).made(.series)
  }

  @discardableResult
  mutating func send(_ op: String, _ id: String) throws(Refusal) -> World.Sent {
    try team.inShow(op, ["series": .string(id)], as: team.backstage)
  }
}
