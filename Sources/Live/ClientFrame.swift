import Board
import Identity
import JSON
import Rows

/// A frame from a client, as strictly as it can be read without knowing the log.
enum ClientFrame {
  case hello(version: Int64, logs: [(log: Identifier, at: Position?)])
  case command(Command)
  case subscribe(log: Identifier, at: Position?)
  case unsubscribe(log: Identifier)
  case here(log: Identifier, Stance)
  case ping(Int64)
}

/// Why a frame is not taken.
enum FrameFault: Error, Equatable {
  /// Nobody can be answered: close.
  case unreadable(field: String)
  /// A command whose id is readable. The answer bears the id as it came, because the client looks for that.
  case command(id: String, log: Identifier?, field: String)
  /// A subscription to something that is no log's id.
  case subscription(log: String, field: String)
}

extension ClientFrame {
  /// The frames of a message; nil when it is not a non-empty array.
  static func frames(of message: [UInt8]) -> [JSON]? {
    guard let json = try? JSONReader.parse(message), case .array(let frames) = json, !frames.isEmpty else { return nil }
    return frames
  }

  static func parse(_ json: JSON) throws(FrameFault) -> ClientFrame {
    guard case .object(let object) = json else { throw .unreadable(field: "t") }
    switch object["t"]?.string {
    case "hello": return try hello(object)
    case "cmd": return .command(try command(object))
    case "sub":
      let log = try subscribed(object, fields: ["t", "log", "at"])
      guard let at = position(object["at"]) else { throw .subscription(log: log.description, field: "at") }
      return .subscribe(log: log, at: at.value)
    case "unsub": return .unsubscribe(log: try subscribed(object, fields: ["t", "log"]))
    case "here":
      guard let log = identifier(object["log"]) else { throw .unreadable(field: "log") }
      return .here(log: log, try stance(object))
    case "ping":
      try only(["t", "n"], object)
      guard case .number(.int(let n))? = object["n"] else { throw .unreadable(field: "n") }
      return .ping(n)
    default:
      // No type this server knows. A client that gave it an id waits for an answer.
      guard let id = spelled(object["id"]) else { throw .unreadable(field: "t") }
      throw .command(id: id, log: identifier(object["log"]), field: "t")
    }
  }

  private static func hello(_ object: JSONObject) throws(FrameFault) -> ClientFrame {
    guard case .number(.int(let version))? = object["v"] else { throw .unreadable(field: "v") }
    // A later version may have other fields, so only its number is read.
    guard version == 1 else { return .hello(version: version, logs: []) }
    try only(["t", "v", "tab", "logs"], object)
    guard identifier(object["tab"]) != nil else { throw .unreadable(field: "tab") }
    var logs: [(log: Identifier, at: Position?)] = []
    switch object["logs"] {
    case nil, .null?: break
    case .array(let entries)?:
      for entry in entries {
        guard case .object(let entry) = entry, let log = identifier(entry["log"]) else {
          throw .unreadable(field: "logs")
        }
        try only(["log", "at"], entry)
        guard let at = position(entry["at"]) else { throw .unreadable(field: "at") }
        logs.append((log, at.value))
      }
    default: throw .unreadable(field: "logs")
    }
    return .hello(version: 1, logs: logs)
  }

  private static func command(_ object: JSONObject) throws(FrameFault) -> Command {
    guard let name = spelled(object["id"]) else { throw .unreadable(field: "id") }
    func fault(_ field: String) -> FrameFault { .command(id: name, log: identifier(object["log"]), field: field) }
    guard let id = identifier(object["id"]), mayName(id) else { throw fault("id") }
    guard let log = identifier(object["log"]) else { throw fault("log") }
    if let field = stranger(["t", "id", "log", "op", "args", "on", "occurredAt", "undo"], object) {
      throw fault(field)
    }
    guard case .string(let op)? = object["op"], mayBeOp(op) else { throw fault("op") }
    let args: JSON
    switch object["args"] {
    case nil, .null?: args = .object(JSONObject())
    case .object(let members)?: args = .object(members)
    default: throw fault("args")
    }
    guard let on = integer(object["on"]) else { throw fault("on") }
    guard let occurredAt = integer(object["occurredAt"]) else { throw fault("occurredAt") }
    guard let asksUndo = flag(object["undo"]) else { throw fault("undo") }
    return Command(
      id: id, log: log, op: op, args: args, on: on.value, occurredAt: occurredAt.value, asksUndo: asksUndo)
  }

  /// Derived ids are the server's: a client that used the id of an act to come would block that act.
  static func mayName(_ command: Identifier) -> Bool { command.version != 8 }

  static func mayBeOp(_ op: String) -> Bool { op.utf8.count <= 40 }

  private static func subscribed(_ object: JSONObject, fields: [String]) throws(FrameFault) -> Identifier {
    guard case .string(let text)? = object["log"], text.utf8.count <= 64 else { throw .unreadable(field: "log") }
    guard let log = identifier(text.utf8.span) else { throw .subscription(log: text, field: "log") }
    if let field = stranger(fields, object) { throw .subscription(log: text, field: field) }
    return log
  }

  static func only(_ fields: [String], _ object: JSONObject) throws(FrameFault) {
    if let field = stranger(fields, object) { throw .unreadable(field: field) }
  }

  private static func stranger(_ fields: [String], _ object: JSONObject) -> String? {
    object.members.first { !fields.contains($0.key) }?.key
  }

  /// An id in lower case, as all are written: ids are compared as text.
  static func identifier(_ text: Span<UInt8>) -> Identifier? {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "F")
    for index in text.indices where capitals.contains(text[index]) { return nil }
    return Identifier(utf8: text)
  }

  private static func identifier(_ json: JSON?) -> Identifier? { json?.string.flatMap { identifier($0.utf8.span) } }

  /// An id in whatever case, as it came.
  private static func spelled(_ json: JSON?) -> String? { json?.string.flatMap { Identifier($0) == nil ? nil : $0 } }

  /// Absent and null are a value here: nothing.
  private struct Optionally<Value> { let value: Value? }

  private static func integer(_ json: JSON?) -> Optionally<Int64>? {
    switch json {
    case nil, .null?: Optionally(value: nil)
    case .number(.int(let number))?: Optionally(value: number)
    default: nil
    }
  }

  /// Absent and null are false.
  private static func flag(_ json: JSON?) -> Bool? {
    switch json {
    case nil, .null?: false
    case .bool(let flag)?: flag
    default: nil
    }
  }

  private static func position(_ json: JSON?) -> Optionally<Position>? {
    switch json {
    case nil, .null?: return Optionally(value: nil)
    case .object(let object)?:
      guard stranger(["seq", "tag", "view"], object) == nil,
        case .number(.int(let seq))? = object["seq"], seq >= 0,
        let tag = object["tag"]?.string.flatMap(Tag.parse),
        let view = object["view"]?.string, view.utf8.count <= 64
      else { return nil }
      return Optionally(value: Position(seq: seq, tag: tag, view: view))
    default: return nil
    }
  }
}
