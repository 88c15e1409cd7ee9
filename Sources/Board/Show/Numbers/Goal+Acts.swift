import Identity
import JSON

// What is done with a goal.
extension Goal {
  static let acts: [Act] = [set, clear, `import`]

  static let set = Act(
    "goal.set", in: .show, zh: "定目标", en: "Set goal", by: .leadOrOperations, .goal,
    example: ["metric": "watch_uv", "value": 12000],
    undo: { before, event in
      guard case .show(.goalSet(let goal))? = event.facts.first else { return nil }
      return before.goal(goal.metric)?.settingAgain
        ?? Opposite("goal.clear", ["metric": .string(goal.metric)])
    }
  ) { fold, _, goal in
    goal.says(fold.goal(goal.metric)) ? .nothing : Decision(.show(.goalSet(goal: goal)))
  }

  static let clear = Act(
    "goal.clear", in: .show, zh: "清目标", en: "Clear goal", by: .leadOrOperations, .metric("metric"),
    example: ["metric": "gmv"],
    undo: { before, event in
      guard case .show(.goalCleared(let metric))? = event.facts.first else { return nil }
      return before.goal(metric)?.settingAgain
    }
  ) { fold, _, metric in
    guard fold.goal(metric) != nil else { throw Refusal.notFound }
    return Decision(.show(.goalCleared(metric: metric)))
  }

  /// A file sets what another set to the same: it still does when that one is taken back.
  static let `import` = Act(
    "goals.import", in: .show, by: [.server], bringing: .leadOrOperations,
    .list("goals", 1...Bounds.metrics, of: .goal), .optional(.name("file")),
    example: ["goals": [["metric": "watch_uv", "value": 12000]]]
  ) { fold, _, goals, file in
    try fold.checkFile(file)
    return Decision(
      facts: goals.filter { goal in
        let known = fold.goal(goal.metric)
        return !goal.says(known) || file != nil && known?.file != file
      }.map { goal in
        var goal = goal
        goal.file = file
        return .show(.goalSet(goal: goal))
      })
  }

  private var settingAgain: Opposite {
    Opposite("goal.set", ["metric": .string(metric), "value": .double(value), "basis": .clearing(basis)])
  }
}

extension Argument<Goal> {
  fileprivate static var goal: Argument {
    .group(.metric("metric"), .decimal("value", Bounds.values), .optional(.text("basis", 1...60))) {
      Goal(metric: $0, value: $1, basis: $2)
    }
  }
}
