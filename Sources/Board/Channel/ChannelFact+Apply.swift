extension LogFold {
  /// What each fact changes.
  mutating func apply(_ fact: ChannelFact, of event: Event) {
    switch fact {
    case .listed(let shows, let rooms):
      for show in shows { put(show) }
      for room in rooms { put(room) }
    case .thresholdsSet(.usual): remove(Thresholds.self, Thresholds.usual.id)
    case .thresholdsSet(let thresholds): put(thresholds)
    }
  }
}
