import Board
import Fixtures
import Identity
import JSON

@testable import Live

// Commands of all four logs, some of them not allowed, some of them nonsense.
extension World {
  private var word: JSON { .string(random.pick(["羊绒", "福袋", "断货", "链接", "尺码"]) ?? "") }
  private func number(_ bound: Int) -> JSON { .int(random.below(bound)) }

  private func id(_ kind: String, in copy: Copy) -> JSON {
    random.pick(copy.all(kind))?["id"] ?? "nothing"
  }

  private func roles() -> JSON {
    .array(
      ["operations", "host", "floor", "backstage", "private"].filter { _ in random.chance(40) }.map { .string($0) })
  }

  func directoryAct(_ copy: Copy, _ client: SimulatedClient) -> Act? {
    let other = id("member", in: copy)
    switch random.below(20) {
    case 0..<5: return Act("member.rename", ["name": word])
    case 5..<8: return Act("member.assign", ["member": other, "roles": roles()])
    case 8..<11: return Act("member.appoint", ["member": other, "lead": .bool(random.chance(50))])
    case 11..<13: return Act("channel.add", ["name": word], alwaysStores: true)
    case 13: return Act("channel.rename", ["channel": id("channel", in: copy), "name": word])
    case 14: return Act("organisation.rename", ["name": word])
    case 15 where random.chance(30):
      return Act(
        "show.schedule",
        ["channel": id("channel", in: copy), "title": word, "startsAt": .int(Int(wall) + random.below(1_000_000))],
        alwaysStores: true)
    case 16 where random.chance(30):
      return Act("room.open", ["shows": [id("show", in: copy)]], alwaysStores: true)
    case 17 where random.chance(5): return Act("member.remove", ["member": other])
    case 18: return Act("no.such", ["x": 1])
    case 19: return Act("member.rename", ["name": 7])
    default: return Act("organisation.label", ["role": "host", "label": word])
    }
  }

  func showAct(_ copy: Copy) -> Act? {
    let question = random.pick(copy.all("question"))
    let id = question?["id"] ?? "nothing"
    switch random.below(20) {
    case 0: return Act("show.start", [:])
    case 1: return Act("goal.set", ["metric": "gmv", "value": number(9_000)])
    case 2: return Act("goal.clear", ["metric": "gmv"])
    case 3, 4: return Act("snapshot.take", ["values": ["gmv": number(9_000)]], alwaysStores: true)
    case 5, 6: return Act("marker.add", ["offset": number(9_000), "kind": "note", "text": word], alwaysStores: true)
    case 7: return Act("marker.remove", ["marker": self.id("marker", in: copy)])
    case 8..<12: return Act("question.log", ["text": word, "offset": number(9_000), "user": word], alwaysStores: true)
    case 12: return Act("question.plus", ["question": id])
    case 13: return Act("question.answer", ["question": id, "words": word])
    case 14: return Act("question.mark", ["question": id, "status": "resolved"])
    case 15: return Act("question.air", ["question": id, "onAir": .bool(random.chance(50))])
    case 16: return Act("question.edit", ["question": id, "text": word], on: question?["edited"])
    case 17 where random.chance(30):
      return Act("question.erase", ["question": id, "reason": word, "onward": .bool(random.chance(50))])
    default:
      guard let room = random.pick(logs(of: [.room])) else { return nil }
      return Act(
        "question.promote", ["question": id, "room": .string(room.description), "kind": "puzzle"])
    }
  }

  func roomAct(_ copy: Copy, _ client: SimulatedClient, _ log: Identifier) -> Act? {
    let issue = random.pick(copy.all("issue"))
    let id = issue?["id"] ?? "nothing"
    let isSecret = issue?["anonymous"] == true && issue?["mine"] == true
    let solution = random.pick(copy.all("solution"))
    switch roll(copy) {
    case 0..<3:
      let phases = ["prepare", "live", "data", "collect", "vote", "solve", "collect", "vote", "solve", "closed"]
      return Act("phase.move", ["phase": .string(random.pick(phases) ?? "")])
    case 3 where random.chance(20): return Act("cards.reveal", [:])
    case 4: return Act("votes.budget", ["votes": .int(1 + random.below(8))])
    case 5 where random.chance(20): return Act("facilitator.hand", ["member": .string(client.member.description)])
    case 6..<13:
      let isAnonymous = random.chance(40)
      cards.append((client.member, log))
      let role = random.pick(["operations", "host", "floor", "backstage", "private"]) ?? ""
      return Act(
        "issue.post",
        [
          "role": .string(role), "kind": "mistake", "text": .string("卡 #\(cards.count - 1)#"),
          "anonymous": .bool(isAnonymous),
        ], alwaysStores: true, isSecret: isAnonymous)
    case 13, 14:
      cards.append((client.member, log))
      return Act(
        "issue.edit", ["issue": id, "text": .string("改 #\(cards.count - 1)#")], on: issue?["edited"],
        isSecret: isSecret)
    case 15: return Act("issue.withdraw", ["issue": id], isSecret: isSecret)
    case 16, 17:
      let shows = logs(of: [.show])
      guard let show = random.pick(shows) else { return nil }
      let snapshot = client.copies[show].map { self.id("snapshot", in: $0) } ?? "nothing"
      return Act(
        "issue.link", ["issue": id, "show": .string(show.description), "snapshot": snapshot, "metric": "gmv"],
        isSecret: isSecret)
    case 18: return Act("issue.unlink", ["issue": id], isSecret: isSecret)
    case 19..<23: return Act("vote.set", ["issue": id, "votes": number(4)])
    case 23..<25:
      return Act(
        "solution.propose", ["issues": [id], "text": word, "kind": "sop", "owner": "host"], alwaysStores: true)
    case 25:
      return Act("solution.edit", ["solution": solution?["id"] ?? "no", "text": word], on: solution?["edited"])
    case 26: return Act("solution.drop", ["solution": solution?["id"] ?? "no"])
    case 27..<29: return Act("solution.promote", ["solution": solution?["id"] ?? "no"])
    case 29 where random.chance(40):
      return Act("issue.erase", ["issue": id, "reason": word, "onward": .bool(random.chance(50))], isSecret: isSecret)
    case 30: return Act("solution.erase", ["solution": solution?["id"] ?? "no", "reason": word])
    default: return Act("issue.post", ["role": "host"])
    }
  }

  /// Mostly something the phase allows, sometimes anything.
  private func roll(_ copy: Copy) -> Int {
    let allowed: [Int] =
      switch copy.records["room"]?["room"]?["phase"] {
      case "prepare", "closed": [0, 0, 4, 27]
      case "live", "data", "collect": [0, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 17, 18]
      case "vote": [0, 5, 8, 13, 16, 19, 20, 21, 22]
      case "solve": [0, 6, 13, 16, 23, 24, 25, 26, 27, 28]
      default: [0]
      }
    return random.chance(85) ? random.pick(allowed) ?? 0 : random.below(32)
  }

  func playbookAct(_ copy: Copy) -> Act? {
    let entry = random.pick(copy.all("entry"))
    switch random.below(5) {
    case 1 where random.chance(40): return Act("entry.erase", ["entry": entry?["id"] ?? "no", "reason": word])
    case 0:
      return Act(
        "entry.write", ["title": word, "kind": "sop", "roles": ["host"], "text": word], alwaysStores: true)
    case 1, 2: return Act("entry.edit", ["entry": entry?["id"] ?? "no", "text": word], on: entry?["edited"])
    default: return Act("entry.mark", ["entry": entry?["id"] ?? "no", "status": "inForce"])
    }
  }
}
