import Board
import Identity
import Metrics
import Tables

/// What would be different in a show once a part of a file is stored: found by storing it in a copy.
struct ShowChanges: Sendable {
  struct Change<Value: Sendable>: Sendable {
    let from: Value
    let to: Value
  }

  /// By metric: what the show has no number of yet, another of, the same of; and what it has and the file says nothing
  /// of.
  var new: [String] = []
  var changed: [(metric: String, values: Change<Double>)] = []
  var same: [String] = []
  var kept: [String] = []
  /// What the show has now.
  var now: [String: Double] = [:]
  var start: Change<Int64?>?
  var end: Change<Int64?>?
  var series: (minutes: Int, replaces: Bool)?
  var markers: (new: Int, known: Int)?
  var goals: (new: Int, changed: Int, same: Int)?
  var questions: (new: Int, merged: Int, known: Int, undated: Int)?
  /// Some questions have no time, and it is to be said what becomes of them.
  var hasUndated: Bool { (questions?.undated ?? 0) > 0 }
  /// Why it cannot be stored at all.
  var refused: Refusal.Code?
  /// The show would say nothing else than it does.
  var isNothing = false

  init(of part: FilePart, file: FileName, to show: LogFold, head: Int64, by actor: Actor, at now: Int64) throws(Refusal)
  {
    let facts = try show.showFacts
    let plan = ImportPlan([part], of: file, show: facts, FileAgreement())
    self.now = show.latestNumbers?.values ?? [:]
    if part.doubts.contains(.unmapped) { return }
    let after: LogFold
    do throws(Refusal) {
      after = try plan.rehearsed(on: show, head: head, by: actor, at: now)
    } catch {
      // What is in doubt is not stored as it stands.
      if part.doubts.isEmpty { refused = error.code }
      return
    }
    isNothing = after.saysTheSame(as: show, but: file.earlier)
    switch part.content {
    case .list: break
    case .summary(let rows): if let row = rows.first { compare(row, show, after) }
    case .trend(let trend):
      let replaces = show.count(of: .series) == after.count(of: .series)
      series = (trend.series.offsets.count, replaces)
      if !trend.talks.isEmpty { markers = Self.added(trend.talks.count, .marker, show, after) }
    case .markers(let rows): markers = Self.added(rows.count, .marker, show, after)
    case .goals(let rows): compare(rows, show, after)
    case .questions(let rows):
      let asked = rows.asked(from: facts.origin).count
      let added = Self.added(asked, .question, show, after)
      questions = (added.new, rows.count - asked, added.known, rows.count { $0.askedAt == nil })
    }
  }

  private static func added(_ count: Int, _ kind: RecordKind, _ before: LogFold, _ after: LogFold) -> (
    new: Int, known: Int
  ) {
    let new = after.count(of: kind) - before.count(of: kind)
    return (new, count - new)
  }

  private mutating func compare(_ row: ShowRow, _ before: LogFold, _ after: LogFold) {
    let values = after.latestNumbers?.values ?? [:]
    let told = Set(row.readings.completed().byMetric.keys)
    for (metric, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let now = now[metric] else {
        new.append(metric)
        continue
      }
      if now != value {
        changed.append((metric, Change(from: now, to: value)))
      } else if told.contains(metric) {
        same.append(metric)
      } else {
        kept.append(metric)
      }
    }
    // What the file merely says of a time that is known is offered later, and no change.
    let (was, becomes) = (before.show, after.show)
    if becomes?.start != was?.start { start = Change(from: was?.start, to: becomes?.start) }
    if becomes?.end != was?.end { end = Change(from: was?.end, to: becomes?.end) }
  }

  private mutating func compare(_ rows: [GoalRow], _ before: LogFold, _ after: LogFold) {
    var counts = (new: 0, changed: 0, same: 0)
    for row in rows {
      let goal = before.goal(row.metric)
      if goal == nil {
        counts.new += 1
      } else if goal?.says(after.goal(row.metric)) == true {
        counts.same += 1
      } else {
        counts.changed += 1
      }
    }
    goals = counts
  }
}

extension LogFold {
  func count(of kind: RecordKind) -> Int { records(kind).count }
}
