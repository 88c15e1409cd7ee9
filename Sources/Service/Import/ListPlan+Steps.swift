import Board
import Identity
import JSON
import Metrics
import Tables

// What is done to store a list, row by row.
extension ListPlan {
  struct Step: Sendable {
    let show: Identifier
    /// Whether it is there because of this file.
    let isAdded: Bool
    /// Adds it; nil where it is there already.
    let addition: ImportPlan.Step?
    /// Takes its numbers down; nil where the row has none.
    let numbers: ImportPlan.Step?
  }

  func steps(of file: FileName, in channel: String) -> [Step] {
    rows.compactMap { row in
      guard let start = row.show.start?.instant else { return nil }
      let own = file.id.show(ofLine: row.show.line)
      let addition: ImportPlan.Step?
      let show: Identifier
      switch row.match {
      case .ask, .skip, .removed, .falseStart: return nil
      case .known(let log, _): (show, addition) = (log, nil)
      case .new:
        show = own.log
        addition = ImportPlan.Step(
          id: own.command, op: "show.import", args: row.show.listing(in: channel, start: start))
      }
      let numbers =
        row.show.readings.byMetric.isEmpty
        ? nil
        : ImportPlan.Step(
          id: file.id.derived(step: 6, "\(row.show.line)"), op: "snapshot.import",
          args: row.show.snapshot(source: "list").of(file.id))
      return Step(show: show, isAdded: show == own.log, addition: addition, numbers: numbers)
    }
  }

  /// Has all steps judged: the shows on a copy of the directory, the numbers on a show that has none.
  static func rehearse(
    _ steps: [Step], on directory: LogFold, head: Int64, by actor: Actor, at now: Int64
  ) throws(Refusal) {
    var directory = directory
    var seq = head
    let blank = LogFold.blankShow(of: directory.log)
    for step in steps {
      if let numbers = step.numbers {
        let command = Command(id: numbers.id, log: blank.log, op: numbers.op, args: numbers.args.of(nil))
        _ = try blank.decide(command, in: Context(actor: actor, now: now, fresh: command.id, seq: 2))
      }
      guard let addition = step.addition else { continue }
      seq += 1
      try directory.rehearse(addition, as: seq, by: actor, at: now)
    }
  }

  func tally(of part: FilePart, _ file: FileName) -> ImportTally {
    var tally = ImportTally()
    tally.file = file.id.description
    for problem in part.bad { tally.skip(problem.line, problem.why.rawValue) }
    for row in rows {
      switch row.match {
      case .new: tally.new += 1
      case .known: tally.known += 1
      case .ask, .skip: tally.skip(row.show.line, "chosen")
      case .removed: tally.skip(row.show.line, "removed")
      case .falseStart(isMerged: true): tally.merged += 1
      case .falseStart(isMerged: false): tally.skip(row.show.line, "falseStart")
      }
    }
    return tally
  }
}

extension FileName {
  /// Tells the channel's log which shows these steps concern, and which of them are there because of the file.
  func touches(_ steps: ArraySlice<ListPlan.Step>) -> ImportPlan.Step {
    let args: JSON = [
      "file": .string(id.description), "shows": .array(steps.map { .string($0.show.description) }),
      "added": .array(steps.filter(\.isAdded).map { .string($0.show.description) }),
    ]
    return ImportPlan.Step(
      id: id.derived(step: 5, "\(Identifier(digest: SHA256.digest(of: args.bytes)))"), op: "file.touch", args: args)
  }
}

extension LogFold {
  /// A show that has just been founded, to try things on.
  fileprivate static func blankShow(of organisation: Identifier) -> LogFold {
    let log = organisation.derived(step: 255)
    var show = LogFold(log: log, kind: .show)
    let found = ImportPlan.Step(
      id: log, op: "show.found",
      args: [
        "organisation": .string(organisation.description), "channel": "c", "title": "—",
        "startsAt": 1_773_316_683_000,
      ])
    try? show.rehearse(found, as: 1, by: .server(for: organisation), at: 1_773_316_683_000)
    return show
  }
}
