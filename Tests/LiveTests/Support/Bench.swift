import Board
import Fixtures
import Identity
import JSON
import Rows

@testable import Live

/// One node on a fake database, stepped by hand: tables of input and effects are written against it.
final class Bench {
  var node: Node
  let database: FakeDatabase
  var time = Instant(wall: 1_774_000_000_000, monotonic: 1_000)
  /// Effects not yet looked at.
  private(set) var effects: [Effect] = []
  private var random: Dice
  private var connections: UInt64 = 0
  private var tickets: UInt64 = 0

  let organisation: Identifier
  let lead = Identifier(high: 0xbbbb, low: 1)
  let host = Identifier(high: 0xbbbb, low: 2)

  init(
    seed: UInt64 = 1, limits: Limits = Limits(), organisation: Identifier = Identifier(high: 0xaaaa, low: 1),
    database: FakeDatabase = FakeDatabase()
  ) {
    self.organisation = organisation
    node = Node(limits: limits, generator: Dice(seed: seed))
    random = Dice(seed: seed &+ 99)
    self.database = database
    receive(.layout(Fact.newest))
  }

  @discardableResult
  func receive(_ input: Input) -> [Effect] {
    var made: [Effect] = []
    node.receive(input, now: time, &made)
    effects += made
    return made
  }

  func pass(_ milliseconds: Int64) {
    time = Instant(wall: time.wall + milliseconds, monotonic: time.monotonic + milliseconds)
  }

  /// Takes the effects that came since this was last asked.
  func take() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  /// Ends the round and plays the database until nothing is left to do; answers what the clients got meanwhile.
  @discardableResult
  func settle() -> [Effect] {
    var seen: [Effect] = []
    var isBusy = true
    while isBusy {
      isBusy = false
      receive(.roundEnded)
      for effect in take() {
        seen.append(effect)
        isBusy = play(effect) || isBusy
      }
    }
    return seen
  }

  /// Does as the database does. False: the effect is not for the database.
  func play(_ effect: Effect) -> Bool {
    switch effect {
    case .load(let id): receive(.loaded(id, database.load(id)))
    case .read(let id, let first): receive(.caughtUp(id, database.read(id, from: first)))
    case .poll(let ids): receive(.polled(ids, database.heads(ids)))
    case .append(let batch, let appends): receive(.appended(batch, appends.map(database.commit)))
    case .find(let id, let commands): receive(.found(id, commands, database.find(commands, in: id)))
    case .forget(let log, let act): database.forget(act, of: log)
    case .saveCheckpoint(let checkpoint): database.save(checkpoint)
    case .dropCheckpoint(let log): database.drop(log)
    case .wake: break
    default: return false
    }
    return true
  }

  // MARK: People

  /// The organisation with a lead and a host, a channel, a show and a room; everything committed.
  @discardableResult
  func found() -> Self {
    submit("organisation.found", ["name": "小店"], as: .server(for: lead))
    submit("member.join", ["name": "雷", "roles": ["operations"], "lead": true], as: .server(for: lead))
    submit("member.join", ["name": "周", "roles": ["host"]], as: .server(for: host))
    return self
  }

  /// A room of a show of a new channel, opened by the lead; its log.
  func openRoom() -> Identifier {
    submit("channel.add", ["name": "一号直播间"], as: actor(lead))
    let channel = truth(organisation).keys.first { $0.kind == .channel }?.id ?? ""
    let show = submit(
      "show.schedule",
      ["channel": .string(channel), "title": "羊绒专场", "startsAt": .int(Int(time.wall))], as: actor(lead)
    ).derived(step: 3)
    return submit("room.open", ["shows": [.string(show.description)]], as: actor(lead)).derived(step: 3)
  }

  func actor(_ member: Identifier) -> Actor { Actor(member: member, roles: [], isLead: false) }

  @discardableResult
  func submit(_ op: String, _ args: JSON, as actor: Actor, to log: Identifier? = nil) -> Identifier {
    let id = random.identifier()
    tickets += 1
    let command = Command(id: id, log: log ?? organisation, op: op, args: args)
    receive(.submit(Ticket(tickets), organisation: organisation, actor, command))
    let answered = settle().contains { if case .answer(_, .success) = $0 { true } else { false } }
    precondition(answered, "\(op) was refused")
    return id
  }

  /// The same by another organisation's server. Whether it was accepted.
  func submitted(_ op: String, _ args: JSON, organisation: Identifier) -> Bool {
    tickets += 1
    let command = Command(id: random.identifier(), log: organisation, op: op, args: args)
    receive(.submit(Ticket(tickets), organisation: organisation, .server(for: lead), command))
    return settle().contains { if case .answer(_, .success) = $0 { true } else { false } }
  }

  /// Where the directory stands in the database.
  var standing: Standing { database.heads([organisation])[0] }

  func truth(_ log: Identifier) -> LogFold {
    database.logs[log]?.fold ?? LogFold(log: log, kind: .directory)
  }

  // MARK: Clients

  /// A connection that has said nothing yet.
  func connect(_ member: Identifier, session: Identifier? = nil, listsElsewhere: Bool = false) -> ConnectionID {
    connections += 1
    let id = ConnectionID(connections)
    let session = session ?? Identifier(high: 0xcccc, low: connections)
    receive(
      .connected(
        id, Session(id: session, organisation: organisation, member: member), listsElsewhere: listsElsewhere))
    return id
  }

  /// A connection that follows the logs, from the beginning, and has been given everything.
  func join(_ member: Identifier, _ logs: Identifier...) -> ConnectionID {
    let id = connect(member)
    say(id, hello(logs.map { ($0, nil) }))
    settle()
    return id
  }

  /// The records of a log as a member gets them on a new connection.
  func snapshot(of log: Identifier, to member: Identifier) -> JSON {
    let connection = connect(member)
    say(connection, hello([(log, nil)]))
    let parts = settle().frames(to: connection).filter { $0.type == "snap" && $0["log"]?.string == log.description }
    receive(.disconnected(connection))
    var records = JSONObject()
    for more in parts.flatMap({ $0["put"]?.object?.members ?? [] }) {
      records[more.key] = .array((records[more.key]?.array ?? []) + (more.value.array ?? []))
    }
    return .object(records)
  }

  func hello(_ logs: [(Identifier, JSON?)] = []) -> JSON {
    let entries = logs.map { log, at in
      JSON.object(members(("log", .string(log.description)), ("at", at ?? .null)))
    }
    return .object(
      members(
        ("t", "hello"), ("v", 1), ("tab", .string(Identifier(high: 1, low: 1).description)), ("logs", .array(entries))
      ))
  }

  @discardableResult
  func say(_ connection: ConnectionID, _ frames: JSON...) -> [Effect] {
    receive(.message(connection, JSON.array(frames).bytes))
  }

  /// A command frame; its id.
  func command(
    _ log: Identifier, _ op: String, _ args: JSON, id: Identifier? = nil, on: Int64? = nil
  ) -> (id: Identifier, frame: JSON) {
    let id = id ?? random.identifier()
    var frame = members(
      ("t", "cmd"), ("id", .string(id.description)), ("log", .string(log.description)), ("op", .string(op)),
      ("args", args))
    if let on { frame["on"] = .int(Int(on)) }
    return (id, .object(frame))
  }
}

func members(_ pairs: (String, JSON)...) -> JSONObject {
  var object = JSONObject()
  for (key, value) in pairs { object[key] = value }
  return object
}

extension [Effect] {
  /// The frames this connection got, in order.
  func frames(to connection: ConnectionID) -> [JSON] { messages(to: connection).flatMap { $0 } }

  /// The messages this connection got, each an array of frames.
  func messages(to connection: ConnectionID) -> [[JSON]] {
    compactMap { effect -> [JSON]? in
      let outgoing: Outgoing
      switch effect {
      case .send(connection, let message): outgoing = message
      case .broadcast(let connections, let message) where connections.contains(connection): outgoing = message
      default: return nil
      }
      guard case .array(let frames)? = try? JSONReader.parse(outgoing.bytes) else {
        preconditionFailure("a message that is no array of frames")
      }
      return frames
    }
  }

  /// What this connection got.
  func bytes(to connection: ConnectionID) -> Int {
    reduce(0) { sum, effect in
      switch effect {
      case .send(connection, let message): sum + message.bytes.count
      case .broadcast(let connections, let message) where connections.contains(connection): sum + message.bytes.count
      default: sum
      }
    }
  }

  /// Who is sent the same, message by message.
  var broadcasts: [[ConnectionID]] {
    compactMap { if case .broadcast(let connections, _) = $0 { connections } else { nil } }
  }

  var appends: [Append] { flatMap { if case .append(_, let appends) = $0 { appends } else { [Append]() } } }

  var checkpoints: [Checkpoint] {
    compactMap { if case .saveCheckpoint(let checkpoint) = $0 { checkpoint } else { nil } }
  }

  var troubles: [Trouble] { compactMap { if case .report(let trouble) = $0 { trouble } else { nil } } }

  func closing(_ connection: ConnectionID) -> CloseCode? {
    for case .close(connection, let code, _) in self { return code }
    return nil
  }
}

extension JSON {
  var type: String { self["t"]?.string ?? "" }
}
