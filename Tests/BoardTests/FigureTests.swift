import Fixtures
import Identity
import JSON
import Metrics
import Testing

@testable import Board

/// One truth a metric: whatever order snapshots come, go and come back in.
@Suite struct `A show's figures` {
  private static let metrics = [
    "gmv", "refund_amt", "refund_rate", "net_gmv", "watch_uv", "uv_value", "pay_uv", "pay_cnt",
  ]

  /// Where this fails, a definition has changed: raise `Figure.edition`, and tell it here with the new digest.
  @Test func `are of an edition that tells the definitions they were made by`() {
    let definitions = Metric.catalogue.map { metric in
      "\(metric.key) \(metric.version) \(metric.derivation.map { "\($0)" } ?? "")"
    }
    let digest = Identifier(digest: SHA256.digest(of: Array(definitions.joined(separator: "\n").utf8)))
    #expect([Figure.edition: "\(digest)"] == [1: "e1ec340a-b90c-81b6-acf9-ea2a178c47fb"])
  }

  @Test(arguments: 1...UInt64(12)) func `are of each metric the newest that stands, after every event`(seed: UInt64)
    throws
  {
    var dice = Dice(seed: seed)
    var team = try Team(seed: seed)
    for step in 0..<60 {
      let all = team.showFold.all(Numbers.self)
      let one = JSON.string(all[dice.below(all.count)].id)
      switch dice.below(6) {
      case 0, 1: try team.inShow("snapshot.take", ["values": Self.some(&dice)], as: team.backstage)
      case 2:
        let server = Actor.server(for: team.operations.member)
        let name = "file-\(dice.below(4))"
        // One that was taken back brings nothing more.
        if team.showFold.find(name, as: ImportedFile.self)?.isWithdrawn == true { continue }
        let file = JSON.string(name)
        let brought: JSON = ["file": file, "kind": "summary", "digest": file]
        try team.inShow("file.import", brought, as: server)
        try team.inShow("snapshot.import", ["source": "summary", "values": Self.some(&dice), "file": file], as: server)
      case 3:
        guard let file = try Self.file(&dice, &team) else { continue }
        try team.inShow(dice.below(2) == 0 ? "file.withdraw" : "file.restore", ["file": .string(file)], as: team.lead)
      case 4: try team.inShow("snapshot.withdraw", ["snapshot": one], as: team.lead)
      default: try team.inShow("snapshot.restore", ["snapshot": one], as: team.lead)
      }
      let expected = NaiveFigures(team.showFold.all(Numbers.self))
      let told = team.showFold.figures
      #expect(told.map(\.metric) == expected.byMetric.keys.sorted(), "seed \(seed), step \(step)")
      for figure in told {
        let naive = expected.byMetric[figure.metric]
        #expect(
          figure.value == naive?.value && figure.snapshot == naive?.snapshot, "seed \(seed), step \(step), \(figure)")
        #expect(figure.isDerived == naive?.isDerived && figure.version == 1, "seed \(seed), step \(step), \(figure)")
      }
      #expect(team.showFold.latestNumbers?.values ?? [:] == expected.byMetric.mapValues(\.value))
    }
    let stored = try LogFold(decoding: team.showFold.encode(), log: team.show, kind: .show, words: [:])
    #expect(stored.figures == team.showFold.figures)
  }

  private static func file(_ dice: inout Dice, _ team: inout Team) throws -> String? {
    let files = team.showFold.all(ImportedFile.self)
    return files.isEmpty ? nil : files[dice.below(files.count)].id
  }

  private static func some(_ dice: inout Dice) -> JSON {
    var values = JSONObject()
    for _ in 0...dice.below(3) { values[metrics[dice.below(metrics.count)]] = .int(1 + dice.below(1000)) }
    return .object(values)
  }

  @Test func `change alone with what is derived from them, when later numbers hold a part`() throws {
    var team = try Team()
    try team.inShow("snapshot.take", ["values": ["gmv": 50000, "refund_amt": 1000, "watch_uv": 100]], as: team.lead)
    let before = team.showFold.figures
    let late = try team.inShow("snapshot.take", ["values": ["refund_amt": 5000], "label": "T+1"], as: team.lead)
      .made(.snapshot)
    let changed = team.showFold.figures.filter { !before.contains($0) }
    #expect(changed.map(\.metric) == ["net_gmv", "refund_amt", "refund_rate"])
    #expect(changed.map(\.value) == [45000, 5000, 0.1])
    #expect(changed.map(\.isDerived) == [true, false, true])
    #expect(changed.allSatisfy { $0.snapshot == late && $0.label == "T+1" && $0.source == .typed })
    let told = team.sees(team.host, team.showFold)[RecordKey(.latest, "latest")]
    #expect(told?.contains(#""derived":["net_gmv","refund_rate","uv_value"]"#) == true)
  }

  @Test func `tie an issue to what a formula gave, and again when that is taken back`() throws {
    var team = try Team()
    try team.inShow("snapshot.take", ["values": ["refund_amt": 4831.2]], as: team.backstage)
    try team.move(to: .live)
    try team.move(to: .collect)
    let issue = JSON.string(try team.post("退款多"))
    let link: JSON = ["issue": issue, "show": .string(team.show.description), "metric": "refund_rate"]
    try team.inRoom("issue.link", link, as: team.host)
    let figure = try #require(team.showFold.figures.first { $0.metric == "refund_rate" })
    let tied = try #require(team.roomFold.find(issue.string ?? "", as: Board.Issue.self)?.link)
    #expect(tied.value == figure.value && tied.snapshot == figure.snapshot && figure.isDerived)
    var named = link.object ?? JSONObject()
    named["snapshot"] = .string(figure.snapshot)
    #expect(try team.inRoom("issue.link", .object(named), as: team.host).event == nil)
  }

  @Test func `of numbers stored without versions are of the first`() throws {
    let stored =
      #"{"id":"a","source":"typed","at":1,"by":"00000000-0000-0000-0000-000000000001","values":{"gmv":1},"seq":1}"#
    let numbers: Numbers = try JSONReader.parse(Array(stored.utf8)).decoded()
    #expect(numbers.versions == [:])
    #expect(LatestNumbers(of: [numbers])?.versions == [:])
  }
}

/// The rule in its simplest words, worked out without `NewestValues`.
private struct NaiveFigures {
  struct Figure: Equatable {
    var value: Double
    var snapshot: String
    var place: Int64
    var isDerived: Bool
  }

  var byMetric: [String: Figure] = [:]

  init(_ all: [Numbers]) {
    let standing = all.filter(\.counts)
    for metric in Metric.catalogue {
      let holders = standing.filter { $0.values[metric.key] != nil }
      guard let newest = holders.max(by: { $0.seq < $1.seq }), let value = newest.values[metric.key] else { continue }
      byMetric[metric.key] = Figure(value: value, snapshot: newest.id, place: newest.seq, isDerived: false)
    }
    let own = byMetric
    // A result may be a part of another: as long as anything changes.
    while true {
      let before = byMetric
      for metric in Metric.catalogue {
        guard let derivation = metric.derivation else { continue }
        let parts = derivation.parts.compactMap { byMetric[$0] }
        guard parts.count == 2, let newest = parts.max(by: { $0.place < $1.place }),
          newest.place > own[metric.key]?.place ?? -1,
          let value = Self.value(derivation, parts[0].value, parts[1].value)
        else {
          byMetric[metric.key] = own[metric.key]
          continue
        }
        byMetric[metric.key] = Figure(value: value, snapshot: newest.snapshot, place: newest.place, isDerived: true)
      }
      if byMetric == before { return }
    }
  }

  private static func value(_ derivation: Metric.Derivation, _ one: Double, _ other: Double) -> Double? {
    switch derivation {
    case .quotient(_, _, let times): other > 0 ? one * times / other : nil
    case .perHour: other > 0 ? one * 3600 / other : nil
    case .difference: one - other
    }
  }
}
