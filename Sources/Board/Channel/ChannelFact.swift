import JSON

/// What happened in a channel's log. Stored for good: a case or a label is never renamed, and a field that comes later is
/// read with a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference.
public indirect enum ChannelFact: Sendable, Equatable, Codable {
  case listed(shows: [ListedShow], rooms: [ListedRoom])
  case thresholdsSet(thresholds: Thresholds)
}

extension ChannelFact: KindFact {
  var erasesWords: Bool {
    switch self {
    case .listed, .thresholdsSet: false
    }
  }

  /// Nothing in a channel's log is anonymous.
  var naming: Naming { .told }
}
