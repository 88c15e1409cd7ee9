import Board
import Identity
import JSON

@testable import Live

/// A command as a client remembers it.
final class Asked {
  let id: Identifier
  let log: Identifier
  let op: String
  let args: JSON
  let on: Int64?
  /// Whether an accepted one must leave an event.
  let alwaysStores: Bool
  /// The member's own act on their own anonymous card: nobody else may learn its id.
  let isSecret: Bool
  let sentAt: Int
  var answeredAt: Int?
  var seq: Int64?
  var isDuplicate = false
  var refusal: String?
  var mayRetry = false

  init(
    id: Identifier, log: Identifier, op: String, args: JSON, on: Int64?, alwaysStores: Bool, isSecret: Bool, sentAt: Int
  ) {
    self.id = id
    self.log = log
    self.op = op
    self.args = args
    self.on = on
    self.alwaysStores = alwaysStores
    self.isSecret = isSecret
    self.sentAt = sentAt
  }

  var frame: JSON {
    var frame = members(
      ("t", "cmd"), ("id", .string(id.description)), ("log", .string(log.description)), ("op", .string(op)),
      ("args", args))
    if let on { frame["on"] = .int(Int(on)) }
    return .object(frame)
  }
}

/// What a client holds of a log: plain records, and where it is.
struct Copy {
  var seq: Int64 = 0
  var position: JSON?
  var records: [String: [String: JSON]] = [:]
  private var parts: [JSON] = []
  /// Every event and snapshot position it was given, with its tag.
  private(set) var tags: [(seq: Int64, tag: String)] = []

  /// Nil, or what is wrong with the frame.
  mutating func take(snapshot frame: JSON) -> String? {
    guard let part = frame["part"]?.int, let count = frame["parts"]?.int, let at = frame["at"], let seq = at["seq"]?.int
    else { return "a snapshot without its fields" }
    if part == 1 { parts = [] }
    guard part == parts.count + 1, part == 1 || parts[0]["at"] == at else { return "parts out of order" }
    parts.append(frame)
    guard part == count else { return nil }
    records = [:]
    for part in parts { put(part["put"]) }
    parts = []
    self.seq = Int64(seq)
    position = at
    tags.append((self.seq, at["tag"]?.string ?? ""))
    return nil
  }

  mutating func take(events frame: JSON) -> String? {
    guard let from = frame["from"]?.int, let events = frame["events"]?.array, !events.isEmpty else {
      return "events without their fields"
    }
    guard position != nil else { return "events before any snapshot" }
    guard from <= seq + 1 else { return "a gap: \(from) after \(seq)" }
    for (index, event) in events.enumerated() where Int64(from + index) == seq + 1 {
      put(event["put"])
      for (kind, ids) in event["cut"]?.object?.members.map({ ($0.key, $0.value) }) ?? [] {
        for id in ids.array ?? [] { records[kind]?[id.string ?? ""] = nil }
      }
      seq += 1
      let tag = event["tag"]?.string ?? ""
      tags.append((seq, tag))
      position = .object(
        members(("seq", .int(Int(seq))), ("tag", .string(tag)), ("view", position?["view"] ?? .null)))
    }
    return nil
  }

  private mutating func put(_ json: JSON?) {
    for member in json?.object?.members ?? [] {
      for record in member.value.array ?? [] { records[member.key, default: [:]][record["id"]?.string ?? ""] = record }
    }
  }

  func all(_ kind: String) -> [JSON] { (records[kind] ?? [:]).sorted { $0.key < $1.key }.map(\.value) }
}

/// One browser tab, doing as the protocol says.
final class SimulatedClient {
  let number: Int
  let member: Identifier
  var session: Identifier
  /// Reads little at a time.
  let isSlow: Bool
  var link: Link?
  var isWelcomed = false
  /// Removed from the organisation.
  var isGone = false
  var copies: [Identifier: Copy] = [:]
  var follows: [Identifier] = []
  var outbox: [Asked] = []
  var history: [Asked] = []
  /// Told by `refused`, to be asked for again.
  var refusals = 0

  init(number: Int, member: Identifier, session: Identifier, isSlow: Bool) {
    self.number = number
    self.member = member
    self.session = session
    self.isSlow = isSlow
  }

  var hello: JSON {
    let logs = follows.map { log in
      JSON.object(members(("log", .string(log.description)), ("at", copies[log]?.position ?? .null)))
    }
    return .object(
      members(
        ("t", "hello"), ("v", 1), ("tab", .string(Identifier(high: 7, low: UInt64(number)).description)),
        ("logs", .array(logs))))
  }

  /// What the frame does; nil, or what is wrong with it.
  func take(_ frame: JSON, at step: Int) -> String? {
    let log = frame["log"]?.string.flatMap { Identifier($0) }
    switch frame.type {
    case "welcome":
      isWelcomed = true
      if !outbox.isEmpty { link?.toServer.append(JSON.array(outbox.prefix(20).map(\.frame)).bytes) }
    case "snap":
      guard let log else { return "no log" }
      link?.late.remove(log)
      return copies[log, default: Copy()].take(snapshot: frame)
    case "ev":
      guard let log, copies[log] != nil else { return "events of a log never seen" }
      link?.late.remove(log)
      return copies[log]?.take(events: frame)
    case "ack":
      guard let asked = asked(frame) else { return nil }
      if let log, let copy = copies[log], link?.isTold(of: log) == true, copy.seq < asked.seq(of: frame) {
        return "ack \(asked.op) of \(asked.seq(of: frame)) before its event, at \(copy.seq)"
      }
      return asked.acknowledge(frame, at: step, in: self)
    case "nack": asked(frame)?.refuse(frame, at: step, in: self)
    case "refused":
      refusals += 1
      if let log { link?.followed.remove(log) }
    case "here", "pong", "bye": break
    default: return "a frame of type \(frame.type)"
    }
    return nil
  }

  private func asked(_ frame: JSON) -> Asked? {
    outbox.first { $0.id.description == frame["id"]?.string }
  }
}

extension Asked {
  fileprivate func seq(of frame: JSON) -> Int64 { Int64(frame["seq"]?.int ?? -1) }

  fileprivate func acknowledge(_ frame: JSON, at step: Int, in client: SimulatedClient) -> String? {
    answeredAt = step
    seq = seq(of: frame)
    isDuplicate = frame["dup"]?.bool ?? false
    client.outbox.removeAll { $0 === self }
    return nil
  }

  fileprivate func refuse(_ frame: JSON, at step: Int, in client: SimulatedClient) {
    mayRetry = frame["retry"]?.bool ?? false
    refusal = frame["code"]?.string
    guard !mayRetry else { return }
    answeredAt = step
    client.outbox.removeAll { $0 === self }
  }
}

/// A WebSocket between a client and a node: two queues, and a pipe that may be full.
final class Link {
  enum Arrival {
    case message([UInt8])
    case close(CloseCode)
  }

  let id: ConnectionID
  let node: Int
  let client: SimulatedClient
  var toServer: [[UInt8]] = []
  var toClient: [Arrival] = []
  var isChoked = false
  /// Logs asked for on this connection.
  var followed: Set<Identifier> = []
  /// Logs left on this connection, though perhaps joined again: an answer may come while they are not followed.
  var left: Set<Identifier> = []
  /// Logs asked for after hello, and not told of yet: an answer from before may be on its way.
  var late: Set<Identifier> = []

  init(id: ConnectionID, node: Int, client: SimulatedClient) {
    self.id = id
    self.node = node
    self.client = client
  }

  /// Whether nothing is answered of the log before its events are told.
  func isTold(of log: Identifier) -> Bool {
    followed.contains(log) && !left.contains(log) && !late.contains(log)
  }
}
