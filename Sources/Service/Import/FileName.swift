import Board
import Identity
import JSON
import Metrics

/// What a log calls a file, from which the ids of all steps that store it are derived. The same bytes, read in the same
/// way, for the same log have the same one on every node and after every crash, until all of it is stored. Brought again
/// after that they have another, unless it is the same request: one that was agreed to on the same state.
struct FileName: Sendable, Equatable {
  let id: Identifier
  let digest: String
  /// As whoever brought it calls it; empty of pasted text.
  let name: String
  /// Of the preview that was agreed to; nil before anybody has agreed.
  let state: String?
  let standing: Standing
  /// Files of these bytes, read in this way, that stand and are finished.
  let earlier: [ImportedFile]

  enum Standing: Sendable, Equatable {
    case new
    /// Some of its steps have been taken, on the same agreement or another: the rest is to be done.
    case unfinished(isAgreed: Bool)
    /// This very request has been carried out.
    case finished
  }

  /// - Parameter files: what the log knows of files.
  init(
    _ reading: FileReading, _ parts: [FilePart], _ agreement: FileAgreement, in log: Identifier, _ files: [ImportedFile]
  ) {
    digest = reading.digest
    name = String(agreement.name.prefix(200))
    state = agreement.state
    let read = JSON.fields([
      ("digest", .string(digest)), ("log", .string(log.description)),
      ("parts", .array(parts.map { ["kind": .string($0.kind.rawValue), "mapping": $0.mapping.json] })),
      ("row", agreement.row.map(JSON.int)), ("merged", .bool(agreement.mergesFalseStarts)),
      ("undated", agreement.undated.map { .string($0.rawValue) }),
    ])
    let first = Identifier(digest: SHA256.digest(of: read.bytes))
    let known = Dictionary(uniqueKeysWithValues: files.map { ($0.id, $0) })
    var (name, earlier) = ((id: first, standing: Standing.new), [ImportedFile]())
    for id in Self.names(first, files) {
      name.id = id
      guard let file = known[id.description] else { continue }
      if file.isWithdrawn { continue }
      let isAgreed = state != nil && file.state == state
      name.standing = file.isFinished ? (isAgreed ? .finished : .new) : .unfinished(isAgreed: isAgreed)
      if name.standing != .new { break }
      earlier.append(file)
    }
    (id, standing, self.earlier) = (name.id, name.standing, earlier)
  }

  /// All that files of these bytes may be called in that log; the last one is free. Where files were forgotten, other names
  /// are given: the steps of those are known for good.
  private static func names(_ first: Identifier, _ files: [ImportedFile]) -> [Identifier] {
    let known = Set(files.map(\.id))
    let newest = files.map(\.generation).max() ?? 0
    let oldest = max(0, (files.map(\.generation).min() ?? 0) - 1)
    return (oldest...newest).flatMap { generation -> [Identifier] in
      let base = generation == 0 ? first : first.derived(step: 8, "\(generation)")
      let all = (0...files.count).lazy.map { $0 == 0 ? base : base.derived(step: 2, "\($0)") }
      if generation < newest { return Array(all.filter { known.contains($0.description) }) }
      return Array(all.prefix { known.contains($0.description) }) + [
        all.first { !known.contains($0.description) } ?? base
      ]
    }
  }

  /// The step that tells a log of it. The same in each log: ids are told apart by log.
  func told(as kind: ImportFile) -> ImportPlan.Step {
    ImportPlan.Step(
      id: id.derived(step: 3), op: "file.import",
      args: .fields([
        ("file", .string(id.description)), ("kind", .string(kind.rawValue)),
        ("name", name.isEmpty ? nil : .string(name)), ("digest", .string(digest)),
        ("state", state.map(JSON.string)),
      ]))
  }

  /// The last step: all of the file is stored.
  var finished: ImportPlan.Step {
    ImportPlan.Step(id: id.derived(step: 7), op: "file.finish", args: ["file": .string(id.description)])
  }

  /// Whether this very request was begun, or carried out, before: what people agreed to is no longer what is there.
  var isAgreed: Bool { standing == .finished || standing == .unfinished(isAgreed: true) }
}

extension ColumnMapping {
  /// In a stable order.
  fileprivate var json: JSON {
    var object = JSONObject()
    for (key, choice) in sorted(by: { $0.key < $1.key }) { object[key] = choice.json }
    return .object(object)
  }
}
