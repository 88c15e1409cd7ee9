import Identity
import JSON
import Rows
import Testing

@testable import Board
@testable import Live

@Suite struct `Logs of an earlier build` {
  @Test(arguments: GoldenLog.names)
  func `everyone is shown the records they were shown, from the checkpoint and from the beginning`(name: String) throws
  {
    let log = try GoldenLog(name)
    #expect(log.checkpoint.seq < log.rows.count && log.viewers.count > 5)
    let checkpointed = Bench(organisation: log.organisation, database: try GoldenLog.database { $0 })
    let fromBeginning = Bench(organisation: log.organisation, database: try GoldenLog.database { _ in nil })
    for viewer in log.viewers {
      let given = checkpointed.snapshot(of: log.id, to: viewer.member)
      #expect(given == fromBeginning.snapshot(of: log.id, to: viewer.member))
      // Kinds of record that have come since, and no other.
      let (now, then) = (given.object?.members.map(\.key) ?? [], viewer.records.object?.members.map(\.key) ?? [])
      #expect(Set(now).subtracting(then).isSubset(of: ["latest", "progress"]))
      for difference in given.differences(from: viewer.records) {
        Issue.record("\(name), as \(viewer.member) sees it: \(difference)")
      }
    }
  }

  @Test(arguments: GoldenLog.names)
  func `a checkpoint is what folding the beginning leads to, and is written so that it reads as the same`(name: String)
    throws
  {
    let log = try GoldenLog(name)
    let read = try LogFold(decoding: log.checkpoint.body, log: log.id, kind: log.kind, words: log.words)
    var folded = LogFold(log: log.id, kind: log.kind)
    for row in log.rows[..<Int(log.checkpoint.seq)] {
      _ = folded.apply(
        Event(
          seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op,
          facts: try Event.decode(row.body, of: log.kind), words: log.words))
    }
    #expect(told(read) == told(folded))
    for fold in [read, folded] {
      #expect(try LogFold(decoding: fold.encode(), log: log.id, kind: log.kind, words: log.words) == fold)
    }
  }

  @Test(arguments: GoldenLog.names)
  func `each event is written byte for byte as it was, but for the order of what has none`(name: String) throws {
    let log = try GoldenLog(name)
    for row in log.rows {
      let facts = try Event.decode(row.body, of: log.kind)
      let body = Event.encode(facts)
      #expect(body.sorted() == row.body.sorted())
      #expect(try Event.decode(body, of: log.kind) == facts)
    }
  }

  /// Its records without what a build from before did not keep in mind and nobody is told: what is gone, and with which
  /// words a card began, how long each phase took, what was steered when.
  private func told(_ fold: LogFold) -> [RecordKey: Record] {
    var told: [RecordKey: Record] = [:]
    for key in fold.keys where key.kind != .gone {
      told[key] = fold[key]
      if case .issue(var issue)? = fold[key] {
        issue.began = nil
        told[key] = .issue(issue)
      }
      if case .room(var room)? = fold[key] {
        (room.spent, room.steered) = (nil, nil)
        told[key] = .room(room)
      }
    }
    return told
  }
}

extension JSON {
  /// Where this is not what `old` says. Members that an older build did not know may be there; all else is as it was.
  fileprivate func differences(from old: JSON, at path: String = "") -> [String] {
    switch (self, old) {
    case (.object(let new), .object(let old)):
      old.members.flatMap { member in
        new[member.key]?.differences(from: member.value, at: "\(path).\(member.key)")
          // Whoever does not lead is not told to.
          ?? (member.key == "lead" && member.value == false ? [] : ["\(path).\(member.key) is gone"])
      }
    case (.array(let new), .array(let old)) where new.count == old.count:
      zip(new, old).enumerated().flatMap { index, pair in pair.0.differences(from: pair.1, at: "\(path)[\(index)]") }
    default: self == old ? [] : ["\(path) was \(old), is \(self)"]
    }
  }
}
