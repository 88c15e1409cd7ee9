import Identity
import JSON

// Whether the review was worth it, asked of whoever leaves.
extension Worth {
  static let acts = [set]

  static let set = Act(
    "worth.set", in: .room, zh: "值不值", en: "Worth it", by: [.everyone], during: [.solve, .closed],
    .number("score", 1...5),
    example: ["score": 4], note: "anonymous; sent twice it is one answer",
    final: "it is changed by another answer; a count that fell would tell of whom it was"
  ) { fold, request, score in
    let answer = fold.find(request.actor.member.description, as: Worth.self)
    return answer?.score == score ? .nothing : Decision(.room(.worthSet(score: score)))
  }
}

extension LogFold {
  mutating func applyWorth(_ score: Int, of member: Identifier) {
    let before = find(member.description, as: Worth.self)
    put(Worth(member: member, score: score, counted: before?.counted))
    tellProgress()
  }
}
