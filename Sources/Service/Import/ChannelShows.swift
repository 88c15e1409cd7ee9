import Board
import Identity
import Metrics

/// The shows of a channel, as a list is compared with them.
struct ChannelShows: Sendable {
  /// The oldest first.
  var shows: [KnownShow<Identifier>] = []
  /// Those that somebody removed.
  var removed: Set<Identifier> = []
}

extension LogFold {
  /// Of a directory.
  func shows(of channel: String) -> ChannelShows {
    var found = ChannelShows()
    for case .listedShow(let show) in records(.show).values where show.channel == channel {
      if show.isHidden {
        found.removed.insert(show.log)
      } else {
        found.shows.append(KnownShow(id: show.log, start: show.startsAt, title: show.title))
      }
    }
    found.shows.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    return found
  }
}
