public import Identity
import JSON

/// What happened in a channel's log. Stored for good: a case or a label is never renamed, and a field that comes later is
/// read with a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference.
public indirect enum ChannelFact: Sendable, Equatable, Codable {
  case listed(shows: [ListedShow], rooms: [ListedRoom])
  case thresholdsSet(thresholds: Thresholds)
  case fileImported(file: ImportedFile)
  /// `shows`: those it concerned, all of `added` among them.
  case fileTouched(file: String, shows: [Identifier], added: [Identifier])
}

extension ChannelFact: KindFact {
  var since: Int {
    switch self {
    case .listed, .thresholdsSet: 1
    case .fileImported, .fileTouched: 3
    }
  }

  var erasesWords: Bool {
    switch self {
    case .listed, .thresholdsSet, .fileImported, .fileTouched: false
    }
  }

  /// Nothing in a channel's log is anonymous.
  var naming: Naming { .told }
}

// MARK: - What each changes

extension LogFold {
  /// What each fact changes.
  mutating func apply(_ fact: ChannelFact, of event: Event) {
    switch fact {
    case .listed(let shows, let rooms):
      for show in shows { put(show) }
      for room in rooms { put(room) }
    case .thresholdsSet(.usual): remove(Thresholds.self, Thresholds.usual.id)
    case .thresholdsSet(let thresholds): put(thresholds)
    case .fileImported(let file): put(file)
    case .fileTouched(let file, let shows, let added):
      revise(ImportedFile.self, file) {
        $0.shows += shows
        $0.added += added
      }
    }
  }
}
