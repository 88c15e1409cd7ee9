import Identity
import JSON

@testable import Board

// Arguments that are mostly right, whatever the command.
extension RandomStory {
  mutating func args(of act: Act) -> JSON {
    var args = JSONObject()
    for field in act.fields where !field.isOptional || chance(2) {
      if field.name == "issue", ["vote.set", "hand.vote"].contains(act.op), chance(3) {
        args["issue"] = id(.group, in: act.log)
        continue
      }
      if ["issue.restore", "solution.restore"].contains(act.op) {
        args[field.name] = id(.gone, in: act.log)
        continue
      }
      args[field.name] = field.canBeCleared && chance(3) ? "" : value(field.kind, in: act.log)
    }
    return .object(args)
  }

  private mutating func value(_ kind: Field.Kind, in log: LogKind) -> JSON {
    switch kind {
    case .text: return .string("词\(pick(Array(0...30)))")
    case .texts: return .array((0..<pick([0, 1, 2])).map { .string("签\($0)") })
    case .number(let range): return .int(min(max(pick([0, 1, 2, 5, 8]), range.lowerBound), range.upperBound))
    case .decimal: return .int(pick([1, 2, 3]))
    case .flag: return .bool(chance(2))
    // Of a long list the first are what the room knows.
    case .word(let words): return .string(pick(words.count > 10 && !chance(4) ? Array(words.prefix(3)) : words))
    case .words(let words, _): return [.string(pick(words))]
    case .time: return .int(Int(team.world.now) - pick([0, 60_000, 600_000]))
    case .record(let kind): return id(kind, in: log)
    case .records(let kind, let count): return .array((0..<max(1, count.lowerBound)).map { _ in id(kind, in: log) })
    case .name: return .string(team.snapshot)
    case .log(.room): return .string(team.room.description)
    case .log: return .string((chance(8) ? team.previous : team.show).description)
    case .logs: return [.string(team.show.description)]
    case .member: return .string(pick(team.everyone).member.description)
    case .members: return [.string(pick(team.everyone).member.description)]
    case .organisation: return .string(World.organisation.description)
    case .metric: return .string(pick(["gmv", "clk_pay_rate", "watch_uv"]))
    case .numbers: return ["gmv": .int(pick(Array(1...1000)))]
    // Only the server makes these.
    case .act, .list, .rows: return .null
    case .object(let fields):
      var nested = JSONObject()
      for field in fields where chance(2) { nested[field.name] = value(field.kind, in: log) }
      return .object(nested)
    }
  }

  private mutating func id(_ kind: RecordKind, in log: LogKind) -> JSON {
    let fold = team.world.folds[address(of: log)]!
    let ids = fold.keys.filter { $0.kind == kind }.map(\.id).sorted()
    return .string(ids.isEmpty || chance(12) ? "none" : pick(ids))
  }

  /// The `edited` of the record the arguments name, as a client that is up to date would send it.
  func edited(_ args: JSON, _ log: Identifier) -> Int64? {
    for named in args.object?.members ?? [] {
      guard let kind = RecordKind(rawValue: named.key), let id = named.value.string,
        let record = team.world.folds[log]![RecordKey(kind, id)],
        let told = record.render(for: Viewer(member: record.insider, isLead: true)),
        let edited = try? JSONReader.parse(told)["edited"]?.int
      else { continue }
      return Int64(edited)
    }
    return nil
  }

  private mutating func id(_ kind: RecordKind, _ fold: LogFold) -> JSON {
    let ids = fold.keys.filter { $0.kind == kind }.map(\.id).sorted()
    return .string(ids.isEmpty || chance(12) ? "none" : pick(ids))
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values.randomElement(using: &random)!
  }
}
