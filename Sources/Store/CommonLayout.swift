/// The newest layout of facts that every node of this database reads.
///
/// It falls as soon as an older node is seen, and rises once none has been for half a minute: one that has lost its
/// connections comes back by itself, and would meet what it cannot read.
struct CommonLayout: Sendable {
  static let patience: Int64 = 30_000

  /// Nil until it has been asked for.
  private(set) var layout: Int?
  /// What it may rise to, and since when.
  private var rise: (layout: Int, since: Int64)?

  /// `told`: the oldest that is read by anyone, at this time of a clock nobody sets. Answers whether the common one is
  /// another now.
  mutating func hear(_ told: Int, at time: Int64) -> Bool {
    let before = layout
    if let layout, told > layout {
      let rise = (layout: min(self.rise?.layout ?? told, told), since: self.rise?.since ?? time)
      self.rise = rise
      guard time - rise.since >= Self.patience else { return false }
      self.layout = rise.layout
    } else {
      layout = told
    }
    rise = nil
    return layout != before
  }
}
