import Board
import Identity
import Rows

/// One connection's following of one log.
final class Following {
  enum State {
    /// The log is being loaded.
    case joining(Position?)
    /// At the head, and free: gets what everyone in its audience gets. The index in the audience's list.
    case current(Int)
    /// Has everything up to this seq; the rest is in the tail.
    case behind(Int64)
    /// Parts of a snapshot of the head that was, still to be sent.
    case snapshot(Snapshot)
    case ended
  }

  struct Snapshot {
    let records: LogSnapshot
    var next = 0
    let at: Position
  }

  let connection: Connection
  let log: LiveLog
  var state: State
  /// In whose circle it is while current: the audience may have changed since.
  var circle = Audience.common

  init(_ connection: Connection, _ log: LiveLog, _ state: State) {
    self.connection = connection
    self.log = log
    self.state = state
  }

  var member: Identifier { connection.session.member }
  /// Where leads see nothing more, they are among the many: one rendering and one message serve everyone.
  var audience: Audience { log.kind.showsLeadsMore ? connection.attendance.audience : .common }

  /// Whether the connection has been given event `seq`.
  func has(_ seq: Int64) -> Bool {
    switch state {
    case .joining, .snapshot: false
    case .current, .ended: true
    case .behind(let cursor): cursor >= seq
    }
  }
}
