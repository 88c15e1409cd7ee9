import Identity
import JSON
import Testing

@testable import Board

/// `a b c d` are issues, `X` the group of those that are put together; ballots are read as `host a3 X1 | floor b2`.
@Suite struct `Votes that come back` {
  private var team: Team
  private var names: [String: String] = [:]

  init() throws {
    team = try Team()
    try team.move(to: .collect)
    // Of equals the first by id gives back: let that be the first by name.
    let ids = try (0..<4).map { try team.post("卡\($0)") }.sorted()
    for (name, id) in zip(["a", "b", "c", "d"], ids) { names[name] = id }
    try team.move(to: .vote)
  }

  @Test(arguments: [
    (given: "host a3 b2 | floor a1", when: "withdraw a", then: "host b2 left 3 | floor left 5"),
    (given: "host a3 b1 c1 | floor c5", when: "group a b", then: "host c1 left 4 | floor c5 left 0"),
    (given: "host a3 b2", when: "group c d", then: "host a3 b2 left 0"),
    (given: "group a b; host X4 c1 | floor X2", when: "dissolve", then: "host c1 left 4 | floor left 5"),
    (given: "group a b; host X4 c1", when: "add c", then: "host X4 left 1"),
    (given: "group a b c; host X4 d1", when: "remove c", then: "host X4 d1 left 0"),
    (given: "group a b; host X4 c1", when: "remove b", then: "host c1 left 4"),
    (given: "group a b; host X4 c1", when: "withdraw a", then: "host c1 left 4"),
    (given: "group a b c; host X4 d1", when: "withdraw a", then: "host X4 d1 left 0"),
    (given: "host a3 b2 | floor a1", when: "budget 3", then: "host a1 b2 left 0 | floor a1 left 2"),
    (given: "host a3 b2 | floor a1", when: "cap 2", then: "host a2 b2 left 1 | floor a1 left 4"),
    (given: "cap 2; host a2 b2 | floor a1", when: "budget 2", then: "host a1 b1 left 0 | floor a1 left 1"),
    (given: "host a3 b2", when: "cap 0", then: "host a3 b2 left 0"),
    (given: "people 2; hand a7 b3", when: "withdraw a", then: "hand b3 left 7"),
    (given: "people 2; hand a7 b3", when: "group b c", then: "hand a7 left 3"),
    (given: "people 2; hand a7 b3", when: "budget 4", then: "hand a5 b3 left 0"),
    (given: "people 2; hand a7 b3", when: "cap 3", then: "hand a6 b3 left 1"),
    (given: "people 2; hand a7 b3", when: "people 1", then: "hand a2 b3 left 0"),
    (given: "people 2; hand a7 b3", when: "people 0", then: "hand left 0"),
  ])
  mutating func `go to whoever cast them`(given: String, when: String, then: String) throws {
    for step in given.split(separator: "; ") { try take(String(step)) }
    try take(when)
    #expect(ballots() == then, "given \(given), when \(when)")
  }

  @Test mutating func `are told to nobody but who cast them`() throws {
    for step in ["host a3 b2", "floor b1"] { try take(step) }
    let before = team.sees(team.backstage, team.roomFold)
    try take("group a c")
    let after = team.sees(team.backstage, team.roomFold)
    #expect(after.filter { before[$0.key] != $0.value }.keys.map(\.kind) == [.group])
  }

  // MARK: Reading the tables

  private mutating func take(_ step: String) throws {
    let words = step.split(separator: " ").map(String.init)
    switch words[0] {
    case "withdraw": try send("issue.withdraw", ["issue": id(words[1])])
    case "group":
      names["X"] = try team.inRoom("group.make", ["issues": ids(words.dropFirst())], as: team.lead).made(.group)
    case "add", "remove": try send("group.\(words[0])", ["group": id("X"), "issues": ids(words.dropFirst())])
    case "dissolve": try send("group.dissolve", ["group": id("X")])
    case "people": try send("hand.people", ["people": .int(Int(words[1])!)])
    case "budget", "cap":
      try team.move(to: .collect)
      try send("votes.\(words[0])", ["votes": .int(Int(words[1])!)])
      try team.move(to: .vote)
    default: try cast(step)
    }
  }

  private mutating func cast(_ ballots: String) throws {
    for ballot in ballots.split(separator: " | ") {
      let words = ballot.split(separator: " ").map(String.init)
      for vote in words.dropFirst() {
        let args: JSON = ["issue": id(String(vote.prefix(1))), "votes": .int(Int(vote.dropFirst())!)]
        switch words[0] {
        case "hand": try send("hand.vote", args)
        case "host": try team.inRoom("vote.set", args, as: team.host)
        default: try team.inRoom("vote.set", args, as: team.floor)
        }
      }
    }
  }

  private mutating func send(_ op: String, _ args: JSON) throws { try team.inRoom(op, args, as: team.facilitator) }

  private func id(_ name: String) -> JSON { .string(names[name] ?? "none") }
  private func ids(_ names: some Sequence<String>) -> JSON { .array(names.map(id)) }

  private func ballots() -> String {
    let fold = team.roomFold
    var told: [String] = []
    for (name, member) in [("host", team.host), ("floor", team.floor)] {
      guard let ballot = fold.find(member.member.description, as: Ballot.self) else { continue }
      told.append(line(name, ballot.votes, ballot.left))
    }
    if let hand = fold.find("hand", as: HandVotes.self) { told.append(line("hand", hand.votes, hand.left)) }
    return told.joined(separator: " | ")
  }

  private func line(_ name: String, _ votes: Votes, _ left: Int) -> String {
    let given = ["X", "a", "b", "c", "d"].compactMap { name in
      let votes = votes[names[name] ?? ""]
      return votes > 0 ? "\(name)\(votes)" : nil
    }
    return ([name] + given + ["left \(left)"]).joined(separator: " ")
  }
}
