import Identity
import JSON

// Solutions of one issue are alternatives; one or more of them are agreed upon.
extension Solution {
  /// Agreed upon: it was chosen, or an action was made of it. The page says so in the same way
  /// (`web/views/room/decided.js`).
  var isDecided: Bool { isChosen || actions.contains { $0.state != .refused } }

  static let choose = Act(
    "solution.choose", in: .room, zh: "选办法", en: "Choose solution", by: Room.steering, during: [.solve],
    .record("solution", .solution), .flag("chosen"),
    example: ["chosen": true],
    undo: { before, event in
      guard case .room(.solutionChosen(let id, _))? = event.facts.first,
        let solution = before.find(id, as: Solution.self)
      else { return nil }
      return Opposite("solution.choose", ["solution": .string(id), "chosen": .bool(solution.isChosen)])
    }
  ) { fold, request, id, isChosen in
    let solution = try fold.worded(fold.solution(id, request))
    return solution.isChosen == isChosen
      ? .nothing : Decision(.room(.solutionChosen(solution: id, isChosen: isChosen)))
  }
}
