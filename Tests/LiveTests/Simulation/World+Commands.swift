import Fixtures
import Identity
import JSON

@testable import Board
@testable import Live

// Commands of every log, as they are declared: some of them not allowed, some of them nonsense.
extension World {
  /// What would end the run, or drown it, if it came as often as the rest: in so many of a hundred cases.
  private static let rare = [
    "member.remove": 3, "member.appoint": 30, "show.schedule": 15, "room.open": 15, "cards.reveal": 10,
    "facilitator.hand": 10, "question.erase": 30, "issue.erase": 30, "solution.erase": 40, "entry.erase": 40,
  ]
  /// What a meeting is made of: so many times as often.
  private static let frequent = ["issue.post": 8, "vote.set": 5, "group.make": 3, "question.log": 5, "phase.move": 2]
  /// Who says something of a card is named, unless they wish not to be.
  private static let saying = ["issue.react", "comment.post", "mentions.read"]
  /// Verbs that make a record, whatever is there already.
  private static let making = ["add", "schedule", "open", "take", "log", "post", "propose", "write", "make"]

  func wish(_ copy: Copy, _ client: SimulatedClient, _ log: Identifier, _ kind: LogKind) -> Wish? {
    if random.chance(3) { return Wish("no.such", ["x": 1]) }
    guard let act = act(in: kind, copy, client.member) else { return nil }
    var args = JSONObject()
    for field in act.fields where !field.isOptional || random.chance(40) {
      let isCleared = field.canBeCleared && random.chance(30)
      args[field.name] = isCleared ? "" : random.chance(2) ? 7 : value(field.kind, copy)
    }
    if act.op == "vote.set", random.chance(40), let group = random.pick(copy.all("group")) {
      args["issue"] = group["id"]
    }
    let named = act.target.flatMap { field in target(field, args, copy) }
    var isSecret = named?["anonymous"] == true && named?["mine"] == true
    if Self.saying.contains(act.op) { isSecret = args["anonymous"] == true }
    if kind == .room, act.op.hasPrefix("issue."), args["text"]?.string != nil {
      cards.append((client.member, log))
      args["text"] = .string("卡 #\(cards.count - 1)#")
      isSecret = isSecret || args["anonymous"] == true
    }
    return Wish(
      act.op, .object(args), on: named?["edited"],
      alwaysStores: act.target == nil && act.op != "facilitator.take"
        && Self.making.contains { act.op.hasSuffix(".\($0)") },
      isSecret: isSecret)
  }

  /// Mostly something the member may and the phase allows, sometimes anything.
  private func act(in kind: LogKind, _ copy: Copy, _ member: Identifier) -> Act? {
    let room = copy.records["room"]?["room"]
    let phase = room?["phase"]?.string.flatMap(Phase.init)
    let steers = room?["facilitator"]?.string == member.description
    let actor = truth(organisation).actor(member)
    let isStrict = random.chance(85)
    var acts: [Act] = []
    for act in Act.all where act.log == kind && act.who != [.server] {
      if let phase, isStrict, !act.phases.contains(phase) { continue }
      if let actor, isStrict, !act.asksForRecord, !act.admits(actor, isFacilitator: steers) { continue }
      if let percent = Self.rare[act.op], !random.chance(percent) { continue }
      acts += repeatElement(act, count: Self.frequent[act.op] ?? 1)
    }
    return random.pick(acts)
  }

  private func target(_ field: Field, _ args: JSONObject, _ copy: Copy) -> JSON? {
    guard case .record(let kind) = field.kind, let id = args[field.name]?.string else { return nil }
    return copy.records[kind.rawValue]?[id]
  }

  // MARK: Arguments

  private func value(_ kind: Field.Kind, _ copy: Copy) -> JSON {
    switch kind {
    case .text: return word
    case .texts(_, let count): return .array((0..<random.below(count.upperBound + 1)).map { _ in word })
    case .number(let range): return .int(min(max(random.below(9_000), range.lowerBound), range.upperBound))
    case .decimal: return .int(random.below(9_000))
    case .flag: return .bool(random.chance(50))
    case .word(let words): return .string(random.pick(words) ?? "")
    case .words(let words, _): return .array(words.filter { _ in random.chance(40) }.map { .string($0) })
    case .time: return .int(Int(wall) + random.below(1_000_000))
    case .record(.comment): return comment
    case .record(let kind): return id(kind.rawValue, in: copy)
    case .records(let kind, let count):
      return .array((0..<max(1, count.lowerBound)).map { _ in id(kind.rawValue, in: copy) })
    case .name: return snapshot
    case .log(let kind): return logID(kind)
    case .logs(let kind, _): return [logID(kind)]
    case .member: return .string(random.pick(clients)?.member.description ?? "nobody")
    case .members: return [.string(random.pick(clients)?.member.description ?? "nobody")]
    case .organisation: return .string(organisation.description)
    case .metric: return "gmv"
    case .numbers: return ["gmv": .int(random.below(9_000))]
    // Only the server makes these.
    case .act, .object, .list, .rows: return .null
    }
  }

  private var word: JSON { .string(random.pick(["羊绒", "福袋", "断货", "链接", "尺码"]) ?? "") }

  private func id(_ kind: String, in copy: Copy) -> JSON { random.pick(copy.all(kind))?["id"] ?? "nothing" }

  /// Of some room or channel: no client holds any.
  private var comment: JSON {
    let comments = logs(of: [.room, .channel]).flatMap { truth($0).records(.comment).keys }
    return random.pick(comments.sorted()).map { .string($0) } ?? "nothing"
  }

  private func logID(_ kind: LogKind) -> JSON { .string(random.pick(logs(of: [kind]))?.description ?? "nowhere") }

  /// Of some show, as somebody has seen it.
  private var snapshot: JSON {
    let shows = logs(of: [.show])
    let copies = clients.flatMap { client in shows.compactMap { client.copies[$0] } }
    return random.pick(copies).map { id("snapshot", in: $0) } ?? "nothing"
  }
}
