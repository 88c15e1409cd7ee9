import Fixtures
import Identity
import JSON

@testable import Board

/// Commands and their folds, as a node would run them, without a node: events go through their stored bytes, words are
/// kept beside them, and acts across logs are completed at once.
struct World {
  var folds: [Identifier: LogFold] = [:]
  var events: [Identifier: [Event]] = [:]
  var words: [Identifier: [String: String]] = [:]
  var series: [Identifier: [String: [UInt8]]] = [:]
  var now: Int64 = 1_773_316_683_000
  /// Leaves the acts in other logs undone, to be looked at.
  var holdsActs = false
  /// Who has been in the logs within the last minute.
  var present: Set<Identifier>? = []
  var held: [PendingAct] = []
  var random: Dice

  static let organisation = Identifier(high: 0x0192_0000_0000_7000, low: 0x8000_0000_0000_0001)

  init(seed: UInt64 = 1) {
    random = Dice(seed: seed)
    folds[Self.organisation] = LogFold(log: Self.organisation, kind: .directory)
    let playbook = LogFold.playbook(of: Self.organisation)
    folds[playbook] = LogFold(log: playbook, kind: .playbook)
  }

  var directory: LogFold { folds[Self.organisation]! }
  var playbook: LogFold { folds[LogFold.playbook(of: Self.organisation)]! }

  struct Sent {
    let command: Command
    let decision: Decision
    /// Nil when nothing changed.
    let event: Event?
    let changes: [Change]

    /// The id of the first record of that kind that came into being.
    func made(_ kind: RecordKind) -> String {
      changes.first { $0.key.kind == kind && $0.before == nil }?.key.id ?? ""
    }
    var newLog: Identifier { command.id.derived(step: 3) }
  }

  @discardableResult
  mutating func send(
    _ op: String, _ args: JSON = [:], to log: Identifier, as actor: Actor, on: Int64? = nil,
    occurredAt: Int64? = nil,
    id: Identifier? = nil
  ) throws(Refusal) -> Sent {
    let command = Command(
      id: id ?? .random(using: &random), log: log, op: op, args: args, on: on,
      occurredAt: occurredAt)
    let decision = try folds[log]!.decide(command, in: context(for: command, as: actor))
    guard !decision.facts.isEmpty else {
      return Sent(command: command, decision: decision, event: nil, changes: [])
    }
    let event = stored(command, decision, by: actor)
    let changes = folds[log]!.apply(event)
    if holdsActs {
      held += decision.pending
    } else {
      for act in decision.pending { complete(act, from: log) }
    }
    return Sent(command: command, decision: decision, event: event, changes: changes)
  }

  mutating func context(for command: Command, as actor: Actor) -> Context {
    let fold = folds[command.log]!
    let needs = fold.needs(command, directory: directory)
    let others = Dictionary(
      uniqueKeysWithValues: needs.compactMap { log in folds[log].map { (log, $0) } })
    return Context(
      actor: actor, now: now, fresh: .random(using: &random),
      seq: Int64((events[command.log]?.count ?? 0) + 1),
      others: others, present: present)
  }

  /// Writes the event down, words beside it, and reads it back.
  private mutating func stored(_ command: Command, _ decision: Decision, by actor: Actor) -> Event {
    let body = Event.encode(decision.facts)
    for (id, word) in decision.words { words[command.log, default: [:]][id] = word.text }
    for id in decision.erased { words[command.log]?[id] = nil }
    series[command.log, default: [:]].merge(decision.series) { $1 }
    for record in decision.emptied { empty(record, in: command.log) }
    let seq = Int64((events[command.log]?.count ?? 0) + 1)
    // Facts are arrays of enums this module wrote a line above.
    let facts = try! Event.decode(body, of: folds[command.log]!.kind)
    let event = Event(
      seq: seq, tag: random.next(), id: command.id, by: actor.member, at: now, op: command.op,
      facts: facts,
      words: decision.words.mapValues(\.text))
    events[command.log, default: []].append(event)
    return event
  }

  private mutating func empty(_ record: Emptied, in log: Identifier) {
    let kind = folds[log]!.kind
    events[log] = events[log]?.map { event in
      guard event.seq < record.before else { return event }
      let facts = try! Event.decode(
        Emptying.empty(Event.encode(event.facts), of: record.record), of: kind)
      return Event(
        seq: event.seq, tag: event.tag, id: event.id, by: event.by, at: event.at, op: event.op, facts: facts,
        words: event.words)
    }
  }

  /// Every byte that is stored of a log.
  func stored(_ log: Identifier) -> String {
    let bodies = (events[log] ?? []).map { String(decoding: Event.encode($0.facts), as: UTF8.self) }
    let state = folds[log].map { String(decoding: $0.encode(), as: UTF8.self) } ?? ""
    return (bodies + Array((words[log] ?? [:]).values) + [state]).joined(separator: "\n")
  }

  mutating func complete(_ act: PendingAct, from source: Identifier) {
    if folds[act.target] == nil {
      folds[act.target] = LogFold(log: act.target, kind: act.targetKind)
    }
    let server = Actor.server(for: act.member)
    var outcome: JSON = ["act": .string(act.id.description), "accepted": true]
    do {
      try send(act.op, act.args, to: act.target, as: server, id: act.id)
    } catch {
      outcome = [
        "act": .string(act.id.description), "accepted": false, "code": .string(error.code.rawValue),
      ]
    }
    guard let settle = act.settle else { return }
    // The source made the act itself: it knows how to settle it.
    try! send(settle, outcome, to: source, as: server, id: act.id.derived(step: 255))
  }
}
