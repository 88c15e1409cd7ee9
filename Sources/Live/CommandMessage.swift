import Board
import Identity
import JSON

/// A message that is one command, well formed: what nearly all messages are. Read without a tree of its frame, at half
/// the cost.
enum CommandMessage {
  private enum Member: String, CaseIterable { case t, id, log, op, args, on, occurredAt, undo }
  private static let members = JSONWords<Member>()
  /// The message and its frame stand around the arguments.
  private static let depth = JSONReader.defaultDepth - 2

  /// The command; nil: whatever else the message is, `ClientFrame` will tell, and what is wrong with it.
  static func command(of message: [UInt8]) -> Command? {
    var cursor = JSONCursor(message)
    var command: Command?
    var count = 0
    do {
      try cursor.elements { cursor in
        count += 1
        command = try frame(&cursor)
      }
      try cursor.end()
    } catch {
      return nil
    }
    return count == 1 ? command : nil
  }

  private static func frame(_ cursor: inout JSONCursor) throws -> Command? {
    var (isCommand, id, log, op): (Bool, Identifier?, Identifier?, String?) = (false, nil, nil, nil)
    var (args, on, occurredAt): (JSON, Int64?, Int64?) = (.object(JSONObject()), nil, nil)
    var asksUndo = false
    try cursor.onlyMembers(members) { member, cursor in
      switch member {
      case .t: isCommand = try cursor.string() == "cmd"
      case .id: id = try cursor.string { ClientFrame.identifier($0) }
      case .log: log = try cursor.string { ClientFrame.identifier($0) }
      case .op: op = try cursor.string()
      case .args: args = .object(try object(&cursor))
      case .on: on = try integer(&cursor)
      case .occurredAt: occurredAt = try integer(&cursor)
      case .undo: asksUndo = try cursor.bool()
      }
    }
    guard isCommand, let id, ClientFrame.mayName(id), let log, let op, ClientFrame.mayBeOp(op) else { return nil }
    return Command(id: id, log: log, op: op, args: args, on: on, occurredAt: occurredAt, asksUndo: asksUndo)
  }

  private static func object(_ cursor: inout JSONCursor) throws -> JSONObject {
    guard case .object(let object) = try cursor.value(depth: depth) else {
      throw DecodingError.mismatch(JSONObject.self)
    }
    return object
  }

  private static func integer(_ cursor: inout JSONCursor) throws -> Int64 {
    guard case .number(.int(let number)) = try cursor.value(depth: 0) else { throw DecodingError.mismatch(Int64.self) }
    return number
  }
}
