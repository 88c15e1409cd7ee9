import Identity
import JSON
import Testing

@testable import Board

/// Random commands by random members, sensible and not: whatever is accepted must leave every log as its promises say.
@Suite struct `Whatever is sent` {
  @Test(arguments: 1...UInt64(8))
  func `folds, their undoing, their storing and every viewer's records agree`(
    seed: UInt64
  ) throws {
    var story = try RandomStory(seed: seed)
    for step in 0..<600 {
      story.step()
      if let fault = story.faults.first {
        Testing.Issue.record("seed \(seed), step \(step): \(fault)")
        return
      }
    }
    story.checkStored()
    story.checkUndone()
    #expect(story.faults == [], "seed \(seed)")
    // A story in which nothing happens proves nothing.
    #expect(story.accepted > 60, "seed \(seed): \(story.accepted) accepted")
  }
}

@Suite struct `Bad arguments` {
  /// Every argument of every command, each replaced by every odd value: refused, it leaves all as it was; accepted, what
  /// it leads to can be stored, read again and rendered.
  @Test(arguments: [Phase.collect, .vote, .solve]) func `are refused, and harm nothing`(
    phase: Phase
  ) throws {
    let stage = try PermissionStage(phase: phase, isRevealed: true)
    let huge = String(repeating: "长", count: 5000)
    let odd: [JSON] = [
      .null, true, 0, -1, .int(.max), .int(.min), 1e300, -0.5, "", " ", .string(huge), "\u{0}",
      "\u{202e}x", "none",
      "00000000-0000-0000-0000-000000000000", [], [[]], [.null], ["a", "a"], [:], ["a": [:]],
      ["gmv": 1e300],
      ["gmv": .null], .array(Array(repeating: "x", count: 3000)),
    ]
    for act in Act.all {
      let args = stage.args(of: act, by: act.who == [.server] ? stage.server : stage.facilitator)
      let actor = act.who == [.server] ? stage.server : stage.facilitator
      let fields =
        (args.object?.members.map(\.key) ?? []) + [
          "extra", "offset", "text", "at", "due", "values",
        ]
      for field in fields {
        for value in odd {
          var object = args.object ?? JSONObject()
          object[field] = value
          let isTaken = try stage.takes(act.op, .object(object), to: act.log, by: actor)
          #expect(!isTaken || field != "extra" || value == .null, "\(act.op) takes an argument it does not know")
        }
      }
      for value in odd {
        let isTaken = try stage.takes(act.op, value, to: act.log, by: actor)
        #expect(!isTaken || value == .null || value.object != nil, "\(act.op) takes \(value)")
      }
    }
  }
}

extension PermissionStage {
  /// Whether the command is accepted.
  fileprivate func takes(_ op: String, _ args: JSON, to log: LogKind, by actor: Actor) throws -> Bool {
    var world = team.world
    let actor = Actor(
      member: actor.member, roles: Set(Role.allCases), isLead: !actor.isServer, isServer: actor.isServer)
    let sent: World.Sent
    do {
      sent = try world.send(op, args, to: target(log), as: actor, on: on(op))
    } catch {
      #expect(world.folds == team.world.folds && world.words == team.world.words, "\(op)")
      #expect(world.events.mapValues(\.count) == team.world.events.mapValues(\.count), "\(op)")
      return false
    }
    for change in sent.changes {
      _ = change.after?.render(for: Viewer(member: actor.member, isLead: true))
    }
    let fold = try #require(world.folds[target(log)])
    let words = world.words[target(log)] ?? [:]
    #expect(try LogFold(decoding: fold.encode(), log: target(log), kind: log, words: words) == fold, "\(op)")
    _ = fold.summary()
    return true
  }
}
