import JSON

// What is done with the thresholds.
extension Thresholds {
  static let acts: [Act] = [set]

  static let set = Act(
    "thresholds.set", in: .channel, zh: "改红绿灯", en: "Traffic light", by: .leadOrOperations, .number("near", 1...99),
    .number("far", 1...99),
    example: ["near": 5, "far": 20],
    note: "percent of the goal, `near` below `far`; 10 and 30 are the usual ones, of which no record is kept",
    undo: { before, _ in
      Opposite("thresholds.set", ["near": .int(before.thresholds.near), "far": .int(before.thresholds.far)])
    }
  ) { fold, _, near, far in
    guard near < far else { throw Refusal.invalid("far", .outOfRange) }
    let thresholds = Thresholds(near: near, far: far)
    return fold.thresholds == thresholds ? .nothing : Decision(.channel(.thresholdsSet(thresholds: thresholds)))
  }
}

extension LogFold {
  /// A channel's, set or not.
  public var thresholds: Thresholds { only() ?? .usual }
}
