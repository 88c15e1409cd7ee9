import Board
import Identity
import JSON
import Metrics

/// What a log calls a file, from which the ids of all steps that store it are derived. The same bytes, read in the same
/// way, for the same log have the same one on every node and after every crash; once they were taken back, another.
struct FileName: Sendable, Equatable {
  let id: Identifier
  let digest: String
  /// As whoever brought it calls it; empty of pasted text.
  let name: String

  /// - Parameter files: what the log knows of files.
  init(
    _ reading: FileReading, _ parts: [FilePart], _ agreement: FileAgreement, in log: Identifier, _ files: [ImportedFile]
  ) {
    digest = reading.digest
    name = String(agreement.name.prefix(200))
    let read = JSON.fields([
      ("digest", .string(digest)), ("log", .string(log.description)),
      ("parts", .array(parts.map { ["kind": .string($0.kind.rawValue), "mapping": $0.mapping.json] })),
      ("row", agreement.row.map(JSON.int)), ("merged", .bool(agreement.mergesFalseStarts)),
      ("undated", agreement.undated.map { .string($0.rawValue) }),
    ])
    let first = Identifier(digest: SHA256.digest(of: read.bytes))
    let gone = Set(files.filter(\.isWithdrawn).map(\.id))
    var id = first
    for time in 1...max(1, files.count + 1) where gone.contains(id.description) {
      id = first.derived(step: 2, "\(time)")
    }
    self.id = id
  }

  /// The step that tells a log of it. The same in each log: ids are told apart by log.
  func told(as kind: ImportFile) -> ImportPlan.Step {
    ImportPlan.Step(
      id: id.derived(step: 3), op: "file.import",
      args: .fields([
        ("file", .string(id.description)), ("kind", .string(kind.rawValue)),
        ("name", name.isEmpty ? nil : .string(name)), ("digest", .string(digest)),
      ]))
  }
}

extension ColumnMapping {
  /// In a stable order.
  fileprivate var json: JSON {
    var object = JSONObject()
    for (key, choice) in sorted(by: { $0.key < $1.key }) { object[key] = choice.json }
    return .object(object)
  }
}
