import Board
import Identity
import Metrics

/// The shows of a channel, as a list is compared with them.
struct ChannelShows: Sendable {
  /// The oldest first.
  var shows: [KnownShow<Identifier>] = []
  /// Those that are hidden, whoever or whatever hid them.
  var removed: Set<Identifier> = []
  /// Those among them that a person removed, the oldest first.
  var removedByHand: [KnownShow<Identifier>] = []
}

extension LogFold {
  /// Of a directory.
  func shows(of channel: String) -> ChannelShows {
    var found = ChannelShows()
    for case .listedShow(let show) in records(.show).values where show.channel == channel {
      let known = KnownShow(id: show.log, start: show.startsAt, title: show.title)
      if !show.isHidden {
        found.shows.append(known)
      } else {
        found.removed.insert(show.log)
        if show.isHiddenByHand { found.removedByHand.append(known) }
      }
    }
    found.shows.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    found.removedByHand.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    return found
  }
}
