// A goal that a file set, over what was there: when the file is taken back, what was there counts again. What a person
// sets, or clears, is for good, and nothing stays below it.
extension Goal {
  /// What was said of the metric, by whom nothing can be taken back (`file` nil) or by a file.
  struct Layer: Sendable, Equatable, Codable {
    let value: Double
    let basis: String?
    let file: String?
    var isWithdrawn = false
  }

  /// The most there are of one goal: of more, the lowest go.
  private static let most = 20

  /// Whether anything of it stands: else there is no goal, until a file is brought back.
  public var isSet: Bool { layers.isEmpty || layers.contains { !$0.isWithdrawn } }

  public func says(_ other: Goal?) -> Bool { metric == other?.metric && value == other?.value && basis == other?.basis }

  /// As a file sets it, over `below`.
  func laid(over below: Goal?) -> Goal {
    guard file != nil else { return self }
    var goal = self
    goal.layers = (below?.asLayers ?? []) + [Layer(value: value, basis: basis, file: file)]
    goal.layers = Array(goal.layers.suffix(Self.most))
    return goal
  }

  mutating func settle(file: String, isWithdrawn: Bool) {
    for index in layers.indices where layers[index].file == file { layers[index].isWithdrawn = isWithdrawn }
    guard let top = layers.last(where: { !$0.isWithdrawn }) else { return }
    (value, basis, self.file) = (top.value, top.basis, top.file)
  }

  private var asLayers: [Layer] { layers.isEmpty ? [Layer(value: value, basis: basis, file: nil)] : layers }
}

extension LogFold {
  /// The metric's goal, as far as one is set.
  public func goal(_ metric: String) -> Goal? { find(metric, as: Goal.self).flatMap { $0.isSet ? $0 : nil } }
}
