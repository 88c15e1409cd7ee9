import Board
import Foundation
import Identity
import JSON
import Live
import Metrics
import ServiceLoop
import Tables

/// A team for a newcomer to look at: shows with their numbers, one of them reviewed up to its
/// solutions, and a playbook. Made of files of the kind teams export, through the same commands as everyone's.
@ServiceLoop struct Demo {
  let stage: Stage
  let organisation: Identifier
  let folder: String

  /// Does nothing in an organisation that has a channel.
  func fill() async throws {
    let directory = try await stage.look(at: organisation, in: organisation).fold
    guard directory.records(.channel).isEmpty else { return }
    let show = try DemoShow(file("show.json"))
    let team = try await DemoTeam(stage, organisation)
    try await team.lead.says("channel.add", in: organisation, ["name": .string(show.channel)])
    let channel = try await firstID(.channel, in: organisation)
    try await importList(channel, by: team.lead)
    let log = try await scheduled(show, channel, by: team.lead)
    for (kind, name) in [
      (ImportFile.goals, "goals.csv"), (.summary, "channels-show.csv"), (.trend, "channels-trend.csv"),
      (.markers, "markers.csv"), (.questions, "questions.csv"),
    ] {
      try await importFile(kind, name, into: log, by: team.lead)
    }
    try await answerQuestions(in: log, by: team[.privateDomain])
    try await DemoReview(stage: stage, organisation: organisation, team: team, show: log).hold(
      issues: IssueImport.read(Table(reading: file("issues.csv"))).content,
      solutions: SolutionImport.read(Table(reading: file("solutions.csv"))).content)
    Journal.write(.info, "demo.filled", ["organisation": "\(organisation)"])
  }

  /// The show the review is about; the list may have brought it already.
  private func scheduled(_ show: DemoShow, _ channel: String, by lead: DemoMember) async throws -> Identifier {
    let directory = try await stage.look(at: organisation, in: organisation).fold
    let known = directory.shows(of: channel).shows.first { $0.start == show.startsAt && $0.title == show.title }
    if let known { return known.id }
    let id = try await lead.says(
      "show.schedule", in: organisation,
      [
        "channel": .string(channel), "title": .string(show.title), "startsAt": .number(.int(show.startsAt)),
        "endsAt": .number(.int(show.endsAt)),
      ])
    return id.derived(step: 3)
  }

  private func importList(_ channel: String, by lead: DemoMember) async throws {
    let read = try FileReading(
      file("channels-show-list.csv"), as: [.list], FileAgreement(), show: nil, memory: { _, _ in [:] })
    guard case .list(let rows) = read.parts[0].content else { return }
    for row in rows where !row.isFalseStart {
      guard let start = row.start?.instant else { continue }
      let id = try await lead.serves("show.import", in: organisation, row.listing(in: channel, start: start))
      try await lead.serves("snapshot.import", in: id.derived(step: 3), row.snapshot(source: "list"))
    }
  }

  private func importFile(_ kind: ImportFile, _ name: String, into log: Identifier, by lead: DemoMember) async throws {
    let fold = try await stage.look(at: log, in: organisation).fold
    let show = try fold.showFacts
    var agreement = FileAgreement()
    agreement.name = name
    let read = try FileReading(file(name), as: [kind], agreement, show: show.planned, memory: { _, _ in [:] })
    let known = FileName(read, read.parts, agreement, in: log, fold.files)
    for step in ImportPlan(read.parts, of: known, show: show, agreement).steps {
      try await lead.serves(step.op, in: log, step.args)
    }
  }

  /// All but the last few were answered while the show ran; for an answer to those somebody waits.
  private func answerQuestions(in log: Identifier, by member: DemoMember) async throws {
    let show = try await stage.look(at: log, in: organisation).fold
    let questions = show.records(.question).values.compactMap { record -> Question? in
      if case .question(let question) = record { question } else { nil }
    }
    for (place, question) in questions.sorted(by: { $0.no < $1.no }).enumerated() {
      let status = place < questions.count - 6 ? "answered" : "open"
      try await member.says("question.mark", in: log, ["question": .string(question.id), "status": .string(status)])
    }
  }

  private func firstID(_ kind: RecordKind, in log: Identifier) async throws -> String {
    let fold = try await stage.look(at: log, in: organisation).fold
    guard let id = fold.records(kind).keys.first else { throw ServiceFault(.demo, "no \(kind)") }
    return id
  }

  private func file(_ name: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw ServiceFault(.demo, "\(folder)/\(name) is missing")
    }
    return [UInt8](data)
  }
}

/// What `show.json` says.
struct DemoShow {
  let channel: String
  let title: String
  let startsAt: Int64
  let endsAt: Int64

  init(_ bytes: [UInt8]) throws {
    let json = try JSONReader.parse(bytes)
    guard let channel = json["channel"]?.string, let title = json["title"]?.string,
      let start = json["startsAt"]?.string.flatMap(Self.milliseconds),
      let end = json["endsAt"]?.string.flatMap(Self.milliseconds)
    else { throw ServiceFault(.demo, "show.json is not what it must be") }
    self.channel = channel
    self.title = title
    startsAt = start
    endsAt = end
  }

  private static func milliseconds(_ text: String) -> Int64? {
    (try? Date(text, strategy: .iso8601)).map { Int64($0.timeIntervalSince1970 * 1000) }
  }
}
