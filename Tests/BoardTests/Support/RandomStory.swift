import Fixtures
import Identity
import JSON

@testable import Board

/// A team that does anything at all, watched: after every event each viewer's records, kept up from the changes alone,
/// must be what they would fetch afresh (G7).
struct RandomStory {
  private(set) var team: Team
  private(set) var accepted = 0
  private(set) var faults: [String] = []
  private var initial: [Identifier: LogFold] = [:]
  private var changes: [Identifier: [[Change]]] = [:]
  private var held: [Identifier: [Viewer: [RecordKey: [UInt8]]]] = [:]
  var random: Dice

  init(seed: UInt64) throws {
    team = try Team(seed: seed)
    random = Dice(seed: seed &* 977)
    team.world.holdsActs = true
    try team.inRoom("phase.move", ["phase": "collect"], as: team.lead)
    for file in ["f1", "f2"] { try team.bring(file) }
    initial = team.world.folds
    for log in logs {
      for viewer in viewers { held[log, default: [:]][viewer] = fetched(log, viewer) }
    }
  }

  private var logs: [Identifier] {
    [World.organisation, LogFold.playbook(of: World.organisation), team.channelLog, team.show, team.room]
  }

  private var viewers: [Viewer] {
    team.everyone.map { Viewer(member: $0.member, isLead: $0.isLead) } + [
      Viewer(member: nil, isLead: false)
    ]
  }

  mutating func step() {
    team.world.now += Int64.random(in: 0...90_000, using: &random)
    if !team.world.held.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
      let (act, source) = (team.world.held.removeFirst(), sources.removeFirst())
      return finish(act, from: source)
    }
    let act = Act.all.filter { $0.who != [.server] && weight($0) }.randomElement(
      using: &random)!
    run(act, to: address(of: act.log), as: team.everyone.randomElement(using: &random)!)
  }

  func address(of log: LogKind) -> Identifier {
    switch log {
    case .directory: World.organisation
    case .channel: team.channelLog
    case .show: team.show
    case .room: team.room
    case .playbook: LogFold.playbook(of: World.organisation)
    }
  }

  /// Moves that turn the room over are rarer than what is done in it.
  private mutating func weight(_ act: Act) -> Bool {
    switch act.op {
    case "phase.move", "cards.reveal", "question.erase", "issue.erase", "solution.erase", "entry.erase",
      "member.remove":
      Int.random(in: 0..<5, using: &random) == 0
    default: true
    }
  }

  private mutating func run(_ act: Act, to log: Identifier, as actor: Actor) {
    run(act.op, to: log, as: actor, args: args(of: act))
  }

  private var sources: [Identifier] = []

  private mutating func finish(_ act: PendingAct, from source: Identifier) {
    guard logs.contains(act.target) else { return }
    let server = Actor.server(for: act.member)
    let code = run(act.op, to: act.target, as: server, args: act.args, id: act.id)
    guard let settle = act.settle else { return }
    var outcome = JSONObject()
    outcome["act"] = .string(act.id.description)
    outcome["accepted"] = .bool(code == nil)
    outcome["code"] = code.map { .string($0.rawValue) }
    run(settle, to: source, as: server, args: .object(outcome), id: act.id.derived(step: 255))
  }

  @discardableResult
  private mutating func run(
    _ op: String, to log: Identifier, as actor: Actor, args: JSON, id: Identifier? = nil
  ) -> Refusal.Code? {
    let before = team.world.folds[log]!
    let on: Int64? =
      Bool.random(using: &random)
      ? team.world.events[log].map { Int64($0.count) } : edited(args, log)
    do {
      let sent = try team.world.send(op, args, to: log, as: actor, on: on, id: id)
      if sent.event != nil { accepted += 1 }
      sources += Array(repeating: log, count: sent.decision.pending.count)
      check(sent, before: before, in: log)
      return nil
    } catch {
      if team.world.folds[log]! != before {
        faults.append("\(op) was refused and changed the state")
      }
      return error.code
    }
  }

  private mutating func check(_ sent: World.Sent, before: LogFold, in log: Identifier) {
    let fold = team.world.folds[log]!
    var undone = fold
    undone.restore(sent.changes)
    if undone != before {
      faults.append("\(sent.command.op): restore does not take back what apply did")
    }
    guard let event = sent.event else { return }
    changes[log, default: []].append(sent.changes)
    for viewer in viewers {
      var records = held[log]![viewer]!
      for change in sent.changes {
        let old = change.before?.render(for: viewer)
        let new = change.after?.render(for: viewer)
        if old != records[change.key] {
          faults.append("\(event.op): before of \(change.key) is not what was held")
        }
        records[change.key] = new
      }
      if records != fetched(log, viewer) {
        faults.append("\(event.op): kept records differ from fetched ones")
      }
      held[log]![viewer] = records
      let isNamed = LogFold.mayName(event, sent.changes, to: viewer)
      let sees = sent.changes.contains {
        $0.before?.render(for: viewer) != $0.after?.render(for: viewer)
      }
      if isNamed, !sees { faults.append("\(event.op) is named to whom it shows nothing") }
    }
    checkInsiders(sent)
    if !fold.kind.showsLeadsMore { checkLeads(sent) }
  }

  /// Outside the directory one rendering does for leads and everybody else.
  private mutating func checkLeads(_ sent: World.Sent) {
    for record in sent.changes.flatMap({ [$0.before, $0.after] }).compactMap(\.self) {
      let asLead = record.render(for: Viewer(member: nil, isLead: true))
      if asLead != record.render(for: Viewer(member: nil, isLead: false)) {
        faults.append("\(record.key): a lead sees it in their own way")
      }
    }
  }

  /// One rendering must do for everybody who is no insider.
  private mutating func checkInsiders(_ sent: World.Sent) {
    for record in sent.changes.flatMap({ [$0.before, $0.after] }).compactMap(\.self) {
      for viewer in viewers where viewer.member.map({ record.insider != $0 }) ?? true {
        let anyone = record.render(for: Viewer(member: nil, isLead: viewer.isLead))
        if record.render(for: viewer) != anyone {
          faults.append("\(record.key): an outsider sees it in their own way")
        }
      }
    }
  }

  private func fetched(_ log: Identifier, _ viewer: Viewer) -> [RecordKey: [UInt8]] {
    let fold = team.world.folds[log]!
    return fold.keys.reduce(into: [:]) { $0[$1] = fold[$1]?.render(for: viewer) }
  }

  /// All of it taken back, last first, is the beginning.
  mutating func checkUndone() {
    for log in logs {
      var fold = team.world.folds[log]!
      for changes in (changes[log] ?? []).reversed() { fold.restore(changes) }
      if fold != initial[log] {
        faults.append("the \(fold.kind) taken back is not what it began as")
      }
    }
  }

  /// Events folded from their bodies, and states read back, are the live folds.
  mutating func checkStored() {
    for log in logs {
      let live = team.world.folds[log]!
      let words = team.world.words[log] ?? [:]
      var folded = LogFold(log: log, kind: live.kind)
      for event in team.world.events[log] ?? [] {
        let body = Event.encode(event.facts)
        let facts = try! Event.decode(body, of: live.kind)
        var plain = JSONWriter()
        plain.beginArray()
        for fact in event.facts { try! fact.encodePlainly(into: &plain) }
        plain.endArray()
        if try! JSONReader.parse(body).unversioned != JSONReader.parse(plain.bytes) {
          faults.append("a body of \(event.op) is not what its facts' conformances describe")
        }
        // Words that have been erased since are not there any more.
        _ = folded.apply(
          Event(
            seq: event.seq, tag: event.tag, id: event.id, by: event.by, at: event.at, op: event.op,
            facts: facts,
            words: words))
      }
      if folded != live {
        faults.append("the fold of the stored \(live.kind) differs from the live one")
      }
      let state = live.encode()
      var plain = JSONWriter()
      try! plain.encode(live.keys.filter { !$0.kind.follows }.compactMap { live[$0] })
      if try! !JSON.holdSame(state, plain.bytes) {
        faults.append("the state of the \(live.kind) is not what its records' conformances describe")
      }
      let read = try! LogFold(decoding: state, log: log, kind: live.kind, words: words)
      if read != live { faults.append("the \(live.kind) read back differs from the live one") }
    }
  }
}

extension JSON {
  /// Facts without the layouts by which they are written.
  fileprivate var unversioned: JSON {
    .array(
      (array ?? []).map { fact in
        var named = fact.object ?? JSONObject()
        for (name, parts) in named.members.map({ ($0.key, $0.value) }) {
          var parts = parts.object ?? JSONObject()
          parts["v"] = nil
          named[name] = .object(parts)
        }
        return .object(named)
      })
  }

  /// Whether two arrays hold the same elements, in whatever order.
  fileprivate static func holdSame(_ one: [UInt8], _ other: [UInt8]) throws -> Bool {
    var rest = try JSONReader.parse(other).array ?? []
    for element in try JSONReader.parse(one).array ?? [] {
      guard let index = rest.firstIndex(of: element) else { return false }
      rest.swapAt(index, rest.count - 1)
      rest.removeLast()
    }
    return rest.isEmpty
  }
}
