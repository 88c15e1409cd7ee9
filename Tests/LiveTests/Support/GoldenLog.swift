import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

/// A log as an earlier build stored it, and what that build sent to everyone who followed it: `Tests/Samples/golden/`.
///
/// Written by the code of November 2026: rows of PostgreSQL exactly as they were stored, a checkpoint with events behind
/// it, and the page each member got. They are never written anew. Where a later build shows something else on
/// purpose, the records in `….seen.json` are changed; what is stored stays.
struct GoldenLog {
  struct Viewer {
    let member: Identifier
    let records: JSON
  }

  let id: Identifier
  let organisation: Identifier
  let kind: LogKind
  let checkpoint: CheckpointRow
  let rows: [EventRow]
  let texts: [TextRow]
  let viewers: [Viewer]

  /// By text id.
  var words: [String: String] { Dictionary(uniqueKeysWithValues: texts.map { ($0.id, $0.body) }) }

  static let names = ["directory", "show", "room", "room-blind", "room-voting", "playbook"]

  init(_ name: String) throws {
    let stored = try JSONReader.parse(try Sample.bytes("golden/\(name).json"))
    let seen = try JSONReader.parse(try Sample.bytes("golden/\(name).seen.json"))
    id = try stored.identifier("log")
    organisation = try stored.identifier("organisation")
    kind = try LogKind(rawValue: stored.text("kind")).orMissing("kind")
    let state = try stored["checkpoint"].orMissing("checkpoint")
    checkpoint = CheckpointRow(
      seq: try state.integer("seq"), tag: try state.tag(), at: try state.integer("at"), body: try state.bytes("body"))
    rows = try stored.list("events").map { row in
      EventRow(
        seq: try row.integer("seq"), tag: try row.tag(), command: try row.identifier("command"),
        actor: try row.identifier("actor"), at: try row.integer("at"), op: try row.text("op"),
        body: try row.bytes("body"))
    }
    texts = try stored.list("texts").map { row in
      TextRow(id: try row.text("id"), seq: try row.integer("seq"), body: try row.text("body"), expires: nil)
    }
    viewers = try seen.array.orMissing("viewers").flatMap { same in
      let records = try same["records"].orMissing("records")
      return try same.list("members").map { member in
        Viewer(member: try member.string.flatMap { Identifier($0) }.orMissing("members"), records: records)
      }
    }
  }

  /// All of them, in a database in which the checkpoints stand as `checkpoint` would have them.
  static func database(_ checkpoint: (CheckpointRow) -> CheckpointRow?) throws -> FakeDatabase {
    let database = FakeDatabase()
    for name in names {
      let log = try GoldenLog(name)
      var stored = FakeDatabase.Log(
        organisation: log.organisation, kind: log.kind, fold: LogFold(log: log.id, kind: log.kind))
      stored.rows = log.rows
      for text in log.texts { stored.texts[text.id] = text }
      stored.checkpoint = checkpoint(log.checkpoint)
      database.put(stored, as: log.id)
    }
    return database
  }
}

/// What the files must hold, and do not.
struct GoldenFault: Error { let field: String }

extension Optional {
  fileprivate func orMissing(_ field: String) throws -> Wrapped {
    guard let self else { throw GoldenFault(field: field) }
    return self
  }
}

extension JSON {
  fileprivate func text(_ field: String) throws -> String { try self[field]?.string.orMissing(field) ?? "" }
  fileprivate func bytes(_ field: String) throws -> [UInt8] { Array(try text(field).utf8) }
  fileprivate func list(_ field: String) throws -> [JSON] { try (self[field]?.array).orMissing(field) }
  fileprivate func identifier(_ field: String) throws -> Identifier {
    try Identifier(try text(field)).orMissing(field)
  }
  fileprivate func integer(_ field: String) throws -> Int64 {
    guard case .number(.int(let number))? = self[field] else { throw GoldenFault(field: field) }
    return number
  }
  /// As PostgreSQL's `bigint` holds it; in text, because it needs all 64 bits.
  fileprivate func tag() throws -> UInt64 { UInt64(bitPattern: try Int64(try text("tag")).orMissing("tag")) }
}
