import Board
import Foundation
import Identity
import JSON
import Metrics
import Tables

@testable import Service

/// A show, and its channel, on paper, to which files are brought.
struct Desk {
  var show: Log
  var channel = Log(.channel)
  var shows = ChannelShows()
  static let start: Int64 = 1_773_316_683_000
  static let ofShow: [ImportFile] = [.summary, .trend, .markers, .goals, .questions]

  init(title: String = "羊绒专场", startsAt: Int64 = Desk.start) throws {
    show = Log(.show)
    try show.serve(
      "show.found",
      [
        "organisation": .string(show.fold.log.description), "channel": "c", "title": .string(title),
        "startsAt": .number(.int(startsAt)),
      ])
  }

  static func sample(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/\(name)")))
  }

  func read(_ bytes: [UInt8], as kinds: [ImportFile] = Desk.ofShow, _ agreement: FileAgreement = FileAgreement())
    throws -> FileReading
  {
    try FileReading(
      bytes, as: kinds, agreement, show: kinds == [.list] ? nil : show.fold.showFacts.planned,
      memory: channel.fold.memory)
  }

  func preview(_ bytes: [UInt8], as kinds: [ImportFile] = Desk.ofShow, _ agreement: FileAgreement = FileAgreement())
    throws -> FilePreview
  {
    let read = try read(bytes, as: kinds, agreement)
    if kinds == [.list] { return FilePreview(read, agreement, for: channel.fold, among: shows) }
    return try FilePreview(
      read, agreement, for: show.fold, head: show.head, by: .server(for: Log.lead), at: Desk.start + 86_400_000)
  }

  func plan(_ bytes: [UInt8], as kinds: [ImportFile] = Desk.ofShow, _ agreement: FileAgreement = FileAgreement())
    throws -> ImportPlan
  {
    let read = try read(bytes, as: kinds, agreement)
    return ImportPlan(
      read.parts, of: FileName(read, read.parts, agreement, in: show.fold.log, show.fold.files),
      show: try show.fold.showFacts, agreement)
  }

  func name(_ bytes: [UInt8], as kinds: [ImportFile], _ agreement: FileAgreement) throws -> FileName {
    let read = try read(bytes, as: kinds, agreement)
    return FileName(read, read.parts, agreement, in: show.fold.log, show.fold.files)
  }

  /// Stores what the plan says, from the first step to one before `end`.
  mutating func store(_ plan: ImportPlan, upTo end: Int = .max) throws {
    for step in plan.steps.prefix(end) { try show.serve(step.op, step.args) }
  }

  mutating func know(_ title: String, _ start: Int64) -> Identifier {
    let id = Identifier(high: 5, low: UInt64(shows.shows.count + 1))
    shows.shows.append(KnownShow(id: id, start: start, title: title))
    return id
  }
}

extension FilePreview {
  var told: JSON {
    get throws { try JSONReader.parse(json) }
  }
}

extension ImportPlan {
  var ops: [String] { steps.map(\.op) }
  /// The last one that makes something.
  var last: Step? { steps.last { $0.op != "file.finish" } }

  func count(_ field: String) -> Int { steps.reduce(0) { $0 + ($1.args[field]?.array?.count ?? 0) } }
}
