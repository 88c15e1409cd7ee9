import JSON

/// A blocking client for the preparations: it sends a command and waits for the answer, reading JSON in full.
final class Conversation {
  private let socket: Socket
  private var reader = WebSocketReader()
  private var waiting: [JSON] = []
  private let ids = LoadCommandID()
  private var commands = 0
  /// Records by log, kind and id: the protocol's `put` and `cut`, and nothing more.
  private var records: [String: [String: [String: JSON]]] = [:]
  private(set) var me: JSON = .null

  init(to address: Address, cookie: String) throws {
    socket = try Socket(to: address)
    try socket.upgrade(to: address, cookie: cookie, &reader)
    try send(["t": "hello", "v": 1, "tab": .string(ids.text(0)), "logs": []])
    me = try next { $0["t"]?.string == "welcome" }["me"] ?? .null
    _ = try next(isWholeSnapshot)
  }

  var directory: String { me["directory"]?.string ?? "" }

  func records(_ kind: String, of log: String) -> [String: JSON] { records[log]?[kind] ?? [:] }

  /// Commands are refused by throwing; the answer is the seq.
  @discardableResult
  func send(_ op: String, to log: String, _ args: JSON, on edited: Int? = nil) throws -> Int {
    let (id, frame) = command((op, args), to: log, on: edited)
    try send(frame)
    return try answer(to: { $0 == id }).seq
  }

  /// Many commands in one message, all answered when it returns: at most as many as may be unanswered at once.
  func send(together acts: [Arena.Act], to log: String) throws {
    let commands = acts.map { command($0, to: log) }
    try send(.array(commands.map(\.frame)))
    var open = Set(commands.map(\.id))
    while !open.isEmpty { open.remove(try answer(to: open.contains).id) }
  }

  private func command(_ act: Arena.Act, to log: String, on edited: Int? = nil) -> (id: String, frame: JSON) {
    commands += 1
    let id = ids.text(commands)
    let on = edited.map(JSON.int) ?? .null
    return (
      id, ["t": "cmd", "id": .string(id), "log": .string(log), "op": .string(act.op), "args": act.args, "on": on]
    )
  }

  /// The next acknowledgement of a command that is meant; a refusal is thrown.
  private func answer(to isMeant: (String) -> Bool) throws -> (id: String, seq: Int) {
    let answer = try next { ["ack", "nack"].contains($0["t"]?.string) && $0["id"]?.string.map(isMeant) == true }
    guard answer["t"]?.string == "ack", let id = answer["id"]?.string else {
      throw BenchFault("a command was refused: \(answer["code"]?.string ?? "") \(answer["message"]?.string ?? "")")
    }
    return (id, answer["seq"]?.int ?? 0)
  }

  /// Sends a command that adds a record of this kind, and answers its id.
  func add(_ kind: String, _ op: String, to log: String, _ args: JSON) throws -> String {
    let before = Set(records(kind, of: log).keys)
    try send(op, to: log, args)
    while true {
      if let added = Set(records(kind, of: log).keys).subtracting(before).first { return added }
      _ = try next { $0["t"]?.string == "ev" && $0["log"]?.string == log }
    }
  }

  /// Waits for the log's snapshot. A log just opened may not be known for a moment: asked again then.
  func follow(_ log: String) throws {
    for _ in 0..<200 {
      try send(["t": "sub", "log": .string(log), "at": .null])
      let answer = try next {
        guard $0["log"]?.string == log else { return false }
        return $0["t"]?.string == "refused" || isWholeSnapshot($0)
      }
      if answer["t"]?.string == "snap" { return }
    }
    throw BenchFault("the room cannot be followed")
  }

  func leave(_ log: String) throws { try send(["t": "unsub", "log": .string(log)]) }

  /// Reads on until so many records of that kind have arrived.
  func await(_ count: Int, _ kind: String, of log: String) throws {
    while records(kind, of: log).count < count { _ = try next { $0["t"]?.string == "ev" } }
  }

  private func isWholeSnapshot(_ frame: JSON) -> Bool {
    frame["t"]?.string == "snap" && frame["part"] == frame["parts"]
  }

  private func send(_ message: JSON) throws {
    try socket.send(WebSocketWriter.frame((message.array == nil ? JSON.array([message]) : message).bytes))
  }

  /// The next frame for which `isIt` holds; those before are applied and forgotten.
  private func next(_ isIt: (JSON) -> Bool) throws -> JSON {
    while true {
      while !waiting.isEmpty {
        let frame = waiting.removeFirst()
        apply(frame)
        if isIt(frame) { return frame }
      }
      try receive()
    }
  }

  private func receive() throws {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = try buffer.withUnsafeMutableBytes { try socket.receive(into: $0) } ?? 0
    guard count > 0 else { throw BenchFault("the server closed the connection") }
    try buffer[..<count].withUnsafeBytes { bytes in
      try reader.read(bytes) { message in
        switch message {
        case .text(let text): waiting += try JSONReader.parse(Array(text)).array ?? []
        case .ping(let payload): try socket.send(WebSocketWriter.frame(Array(payload), .pong))
        case .close(let code): throw BenchFault("the server closed the connection with \(code)")
        }
      }
    }
  }

  private func apply(_ frame: JSON) {
    guard let log = frame["log"]?.string else { return }
    if frame["t"]?.string == "snap", frame["part"]?.int == 1 { records[log] = [:] }
    put(frame["put"], log)
    for event in frame["events"]?.array ?? [] { put(event["put"], log) }
  }

  private func put(_ put: JSON?, _ log: String) {
    for kind in put?.object?.members ?? [] {
      for record in kind.value.array ?? [] {
        if let id = record["id"]?.string { records[log, default: [:]][kind.key, default: [:]][id] = record }
      }
    }
  }
}
