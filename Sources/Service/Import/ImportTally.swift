import JSON
import Metrics
import Tables

/// What became of the rows of a file, as it is answered.
struct ImportTally: Sendable {
  /// What is there now and was not.
  var new = 0
  /// What became part of something else: the same question of several users, a false start.
  var merged = 0
  /// What was there already.
  var known = 0
  /// What is not stored.
  var skipped = 0
  /// Of those the first hundred, and why: the code of a problem, or `falseStart`, `undated`, `chosen`.
  private(set) var lines: [(line: Int, why: String)] = []
  var file = ""

  private static let most = 100

  mutating func skip(_ line: Int, _ why: String) {
    skipped += 1
    if lines.count < Self.most { lines.append((line, why)) }
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("file", file)
      json.member("new", new)
      json.member("merged", merged)
      json.member("known", known)
      json.member("skipped", skipped)
      json.array("lines") { json in
        for line in lines {
          json.object { json in
            json.member("line", line.line)
            json.member("why", line.why)
          }
        }
      }
    }
    return json.bytes
  }
}

extension ImportTally {
  /// Of a file for one show.
  ///
  /// - Parameter isKnown: every step of it had been taken before.
  init(_ parts: [FilePreview.Part], _ agreement: FileAgreement, isKnown: Bool) {
    for part in parts {
      for problem in part.part.bad { skip(problem.line, problem.why.rawValue) }
      guard case .show(let changes) = part.change else { continue }
      count(part.part, changes, agreement)
    }
    if isKnown {
      known += new
      new = 0
    }
  }

  /// Of a file that is there, of which nothing is to be stored.
  init(_ parts: [FilePreview.Part], _ agreement: FileAgreement, known file: String) {
    self.init(parts, agreement, isKnown: true)
    for part in parts {
      guard case .list(let rows) = part.part.content else { continue }
      known += rows.count { !$0.isFalseStart }
    }
    self.file = file
  }

  private mutating func count(_ part: FilePart, _ changes: ShowChanges, _ agreement: FileAgreement) {
    switch part.content {
    case .summary:
      let isNew = !changes.new.isEmpty || !changes.changed.isEmpty
      if isNew { new += 1 } else { known += 1 }
      if agreement.mergesFalseStarts, let row = part.show(mergingFalseStarts: false) {
        let whole = part.show(mergingFalseStarts: true)
        if whole != row { merged += 1 }
      }
    case .trend: new += part.accepted
    case .markers:
      new += changes.markers?.new ?? 0
      known += changes.markers?.known ?? 0
    case .goals:
      new += (changes.goals?.new ?? 0) + (changes.goals?.changed ?? 0)
      known += changes.goals?.same ?? 0
    case .questions(let rows):
      let undated = agreement.undated == .skip ? rows.filter { $0.askedAt == nil } : []
      for row in undated { skip(row.line, "undated") }
      new += max(0, (changes.questions?.new ?? 0) - undated.count)
      merged += changes.questions?.merged ?? 0
      known += changes.questions?.known ?? 0
    case .list: break
    }
  }
}
