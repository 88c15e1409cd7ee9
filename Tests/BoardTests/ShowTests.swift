import Identity
import JSON
import Testing

@testable import Board

@Suite struct `A show's clock` {
  private let minute: Int64 = 60_000

  @Test func `a start is stamped once, and corrected when one is given`() throws {
    var team = try Team()
    team.world.now += 5 * minute
    try team.inShow("show.start", as: team.host)
    #expect(team.showFold.show?.start == Team.startsAt + 5 * minute)
    team.world.now += minute
    #expect(try team.inShow("show.start", as: team.floor).event == nil)
    try team.inShow("show.start", ["at": .int(Int(Team.startsAt))], as: team.floor)
    #expect(team.showFold.show?.start == Team.startsAt)
  }

  @Test func `what happened offline is stamped with when it happened, within reason`() throws {
    for (occurred, stamped) in [
      (Team.startsAt - minute, Team.startsAt - minute),
      (Team.startsAt + minute, Team.startsAt + minute),
      (Team.startsAt + 60 * minute, Team.startsAt + 2 * minute),
      (Team.startsAt - 600 * minute, Team.startsAt - 360 * minute),
    ] {
      var team = try Team()
      try team.inShow("show.start", as: team.host, occurredAt: occurred)
      #expect(team.showFold.show?.start == stamped)
    }
  }

  @Test func `a time out of reason is refused`() throws {
    var team = try Team()
    for at in [Team.startsAt + 3 * minute, Team.startsAt - 361 * minute] {
      #expect(
        refusal { () throws(Refusal) in
          try team.inShow("show.start", ["at": .int(Int(at))], as: team.host)
        }
          == .invalid("at", .outOfRange))
    }
  }

  @Test func `a show ends after it starts`() throws {
    var team = try Team()
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("show.end", ["at": .int(Int(Team.startsAt - minute))], as: team.host)
      } == .invalid("at", .outOfRange))
    team.world.now += 240 * minute
    try team.inShow("show.end", as: team.host)
    #expect(try team.inShow("show.end", as: team.host).event == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("show.start", ["at": .int(Int(team.world.now))], as: team.host)
      } == .invalid("at", .outOfRange))
  }

  @Test func `a start that becomes known moves what is told in seconds from it`() throws {
    var team = try Team()
    team.world.now += 3 * minute
    let marker = try team.inShow("marker.add", ["kind": "note"], as: team.floor).made(.marker)
    let question = try team.inShow("question.log", ["text": "开了吗"], as: team.floor).made(.question)
    #expect(team.showFold.find(marker, as: Marker.self)?.offset == 180)
    let sent = try team.inShow(
      "show.start", ["at": .int(Int(Team.startsAt + 5 * minute))], as: team.host)
    #expect(team.showFold.find(marker, as: Marker.self)?.offset == -120)
    #expect(team.showFold.find(question, as: Question.self)?.offset == -120)
    #expect(Set(sent.changes.map(\.key.kind)) == [.show, .marker, .question])
  }

  @Test func `a new plan is told to the directory`() throws {
    var team = try Team()
    let startsAt = JSON.int(Int(Team.startsAt) + 600_000)
    try team.inShow("show.plan", ["title": "改期", "startsAt": startsAt], as: team.operations)
    let listed = team.world.directory.find(team.show.description, as: ListedShow.self)
    #expect(listed?.title == "改期")
    #expect(listed?.startsAt == Team.startsAt + 600_000)
    #expect(listed?.endsAt == Team.startsAt + 14_400_000)
    #expect(try team.inShow("show.plan", ["title": "改期"], as: team.operations).event == nil)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("show.plan", ["endsAt": .int(Int(Team.startsAt))], as: team.operations)
      } == .invalid("endsAt", .outOfRange))
  }
}

@Suite struct `A show's numbers` {
  @Test func `goals are set, changed and cleared`() throws {
    var team = try Team()
    let args: JSON = ["metric": "watch_uv", "value": 12000.5, "basis": "上场 11,000"]
    try team.inShow("goal.set", args, as: team.operations)
    #expect(
      team.sees(team.host, team.showFold)[RecordKey(.goal, "watch_uv")]
        == #"{"id":"watch_uv","metric":"watch_uv","value":12000.5,"basis":"上场 11,000"}"#)
    #expect(try team.inShow("goal.set", args, as: team.lead).event == nil)
    try team.inShow("goal.clear", ["metric": "watch_uv"], as: team.lead)
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("goal.clear", ["metric": "watch_uv"], as: team.lead)
      }
        == .notFound)
  }

  @Test func `only the catalogue's metrics count`() throws {
    var team = try Team()
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("goal.set", ["metric": "luck", "value": 1], as: team.lead)
      }
        == .invalid("metric", .invalid))
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("snapshot.take", ["values": ["luck": 1]], as: team.lead)
      }
        == .invalid("values.luck", .unknown))
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("snapshot.take", ["values": ["gmv": "1"]], as: team.lead)
      }
        == .invalid("values.gmv", .wrongType))
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("snapshot.take", ["values": [:]], as: team.lead)
      }
        == .invalid("values", .tooShort, limit: 1))
  }

  @Test func `a partial later snapshot empties nothing: of each metric the newest value counts`() throws {
    var team = try Team()
    try team.inShow("snapshot.take", ["values": ["refund_amt": 2415.6]], as: team.backstage)
    let latest = try #require(team.showFold.latestNumbers)
    #expect(latest.values["gmv"] == 48312 && latest.values["refund_amt"] == 2415.6)
    #expect(latest.values["clk_pay_rate"] == 0.0745)
    #expect(String(decoding: team.showFold.summary(), as: UTF8.self).contains(#""latest":{"gmv":48312}"#))
    #expect(team.sees(team.host, team.showFold)[RecordKey(.latest, "latest")]?.contains(#""gmv":48312"#) == true)
  }

  @Test func `what follows from typed numbers follows them`() throws {
    var team = try Team()
    try team.inShow(
      "snapshot.import",
      ["source": "summary", "values": ["gmv": 50000, "refund_amt": 1000, "refund_rate": 0.02, "net_gmv": 49000]],
      as: .server(for: team.operations.member))
    #expect(team.showFold.latestNumbers?.values["refund_rate"] == 0.02)
    try team.inShow("snapshot.take", ["values": ["refund_amt": 5000]], as: team.backstage)
    #expect(team.showFold.latestNumbers?.values["refund_rate"] == 0.1)
    #expect(team.showFold.latestNumbers?.values["net_gmv"] == 45000)
  }

  @Test func `the newest numbers are made anew from a stored state, which holds none`() throws {
    var team = try Team()
    try team.inShow("snapshot.take", ["values": ["refund_amt": 2415.6]], as: team.backstage)
    let fold = team.showFold
    let state = fold.encode()
    #expect(!String(decoding: state, as: UTF8.self).contains("latest"))
    #expect(try LogFold(decoding: state, log: team.show, kind: .show, words: [:]) == fold)
  }

  @Test func `a file that was imported already is no news, whatever was typed since`() throws {
    var team = try Team()
    let args: JSON = ["source": "summary", "values": ["gmv": 48312, "refund_amt": 1]]
    let server = Actor.server(for: team.operations.member)
    try team.inShow("snapshot.import", args, as: server)
    try team.inShow("snapshot.take", ["values": ["refund_amt": 900]], as: team.backstage)
    #expect(try team.inShow("snapshot.import", args, as: server).event == nil)
    #expect(team.showFold.latestNumbers?.values["refund_amt"] == 900)
  }

  @Test func `an empty text is missing, a list of too few is too short`() throws {
    var team = try Team()
    for text in ["", "  \n"] {
      #expect(
        refusal { () throws(Refusal) in
          try team.inShow("question.log", ["text": .string(text)], as: team.lead)
        } == .invalid("text", .missing))
    }
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("snapshot.take", ["values": [:]], as: team.lead)
      } == .invalid("values", .tooShort, limit: 1))
  }

  @Test func `numbers that were taken back count no more, until they are brought back`() throws {
    var team = try Team()
    let server = Actor.server(for: team.operations.member)
    let right: JSON = ["source": "summary", "values": ["gmv": 48312, "watch_uv": 12480]]
    try team.inShow("snapshot.import", right, as: server)
    let wrong = try team.inShow(
      "snapshot.import", ["source": "summary", "values": ["gmv": 10]], as: server
    ).made(.snapshot)
    let args: JSON = ["snapshot": .string(wrong)]
    #expect(refusal { () throws(Refusal) in try team.inShow("snapshot.withdraw", args, as: team.host) } == .forbidden)
    let sent = try team.inShow("snapshot.withdraw", args, as: team.backstage)
    #expect(sent.event?.facts.map(\.since) == [2])
    #expect(team.showFold.latestNumbers?.values["gmv"] == 48312)
    #expect(team.sees(team.host, team.showFold)[RecordKey(.snapshot, wrong)]?.contains(#""withdrawn":true"#) == true)
    // The same file once more is news again.
    #expect(
      try team.inShow("snapshot.import", ["source": "summary", "values": ["gmv": 10]], as: server).event != nil)
    try team.inShow("snapshot.restore", args, as: team.lead)
    #expect(team.showFold.find(wrong, as: Numbers.self)?.isWithdrawn == false)
    for numbers in team.showFold.all(Numbers.self) {
      try team.inShow("snapshot.withdraw", ["snapshot": .string(numbers.id)], as: team.lead)
    }
    #expect(team.showFold.latestNumbers == nil)
    let again = try LogFold(decoding: team.showFold.encode(), log: team.show, kind: .show, words: [:])
    #expect(again.latestNumbers == nil)
  }

  @Test func `snapshots add up, the newest is the last taken`() throws {
    var team = try Team()
    let id = try team.inShow(
      "snapshot.take", ["values": ["gmv": 47000], "label": "T+1"], as: team.backstage
    )
    .made(.snapshot)
    #expect(team.showFold.latestNumbers?.from["gmv"] == id)
    #expect(
      team.sees(team.host, team.showFold)[RecordKey(.snapshot, id)]
        == #"{"id":"\#(id)","source":"typed","label":"T+1","at":\#(team.world.now),"by":"\#(team.backstage.member)","#
        + #""values":{"gmv":47000}}"#)
  }

  @Test func `an imported snapshot brings times nobody knew, and nothing when it is no news`()
    throws
  {
    var team = try Team()
    let args: JSON = [
      "source": "summary", "values": ["gmv": 48312], "start": .int(Int(Team.startsAt) + 3000),
      "end": .int(Int(Team.startsAt) + 9000),
    ]
    let server = Actor.server(for: team.operations.member)
    let sent = try team.inShow("snapshot.import", args, as: server)
    #expect(team.showFold.show?.start == Team.startsAt + 3000)
    #expect(team.showFold.show?.end == Team.startsAt + 9000)
    #expect(team.showFold.find(sent.made(.snapshot), as: Numbers.self)?.by == team.operations.member)
    #expect(sent.made(.snapshot) == team.showFold.latestNumbers?.from["gmv"])
    #expect(try team.inShow("snapshot.import", args, as: server).event == nil)
  }

  @Test func `there are only so many snapshots`() throws {
    var team = try Team()
    for value in 2...Bounds.snapshots {
      try team.inShow("snapshot.take", ["values": ["gmv": .int(value)]], as: team.lead)
    }
    #expect(
      refusal { () throws(Refusal) in
        try team.inShow("snapshot.take", ["values": ["gmv": 1]], as: team.lead)
      }
        == Refusal(.full, .limit(Bounds.snapshots)))
  }

  @Test func `a series is told by its turns, and its numbers lie beside the log`() throws {
    var team = try Team()
    let online = [10, 20, 30, 40, 50, 60, 50, 40, 30, 20, 30, 40, 50, 60, 70, 60]
    let args: JSON = [
      "from": .int(Int(Team.startsAt) + 60_000), "offsets": .array(online.indices.map { .int($0 * 60) }),
      "columns": [["metric": "online", "label": "在线人数"], ["label": "离开", "cumulative": true]],
      "values": [
        .array(online.map { .int($0) }), .array(online.map { $0 == 20 ? .null : .int($0) }),
      ],
    ]
    let server = Actor.server(for: team.operations.member)
    let id = try team.inShow("series.import", args, as: server).made(.series)
    #expect(
      team.sees(team.host, team.showFold)[RecordKey(.series, id)]
        == #"{"id":"\#(id)","from":\#(Team.startsAt + 60_000),"minutes":16,"#
        + #""columns":[{"metric":"online","label":"在线人数","cumulative":false},{"label":"离开","cumulative":true}],"#
        + #""peaks":[{"offset":360,"value":60},{"offset":900,"value":70}],"troughs":[{"offset":600,"value":20}],"taken":\#(team.showFold.all(Series.self)[0].taken)}"#
    )
    let stored = String(decoding: team.world.series[team.show]![id]!, as: UTF8.self)
    let offsets = online.indices.map { "\($0 * 60 + 60)" }.joined(separator: ",")
    let told = online.map { "\($0)" }.joined(separator: ",")
    let holes = online.map { $0 == 20 ? "null" : "\($0)" }.joined(separator: ",")
    #expect(
      stored.hasSuffix(#""offsets":[\#(offsets)],"values":[[\#(told)],[\#(holes)]]}"#), "\(stored)")
    let again = try team.inShow("series.import", args, as: server).made(.series)
    #expect(again != id)
    #expect(team.showFold.all(Series.self).map(\.id) == [again])
  }

  @Test func `a series that is no table is refused`() throws {
    var team = try Team()
    let columns: JSON = [["label": "在线"]]
    let table: [(JSON, JSON, String)] = [
      ([0, 0], [[1, 2]], "offsets"), ([0, 60], [[1]], "values"),
      ([0, 60], [[1, 2], [3, 4]], "values"),
      ([0, 60], [[1, "2"]], "values"), ([], [[]], "offsets"),
    ]
    for (offsets, values, field) in table {
      let refused = refusal { () throws(Refusal) in
        try team.inShow(
          "series.import",
          [
            "from": .int(Int(Team.startsAt)), "offsets": offsets, "columns": columns,
            "values": values,
          ],
          as: .server(for: team.lead.member))
      }
      guard case .argument(let named, _, _) = refused?.detail else {
        Testing.Issue.record("accepted: \(offsets.text) \(values.text)")
        continue
      }
      #expect(named == field)
    }
  }
}
