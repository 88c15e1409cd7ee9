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
    /// Parts of a page of the head that was, still to be sent.
    case paging(Paging)
    case ended
  }

  /// `sent`: how many parts of the page have been.
  struct Paging {
    let page: Page
    var sent = 0
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

  /// What its pages come without.
  var omits: Set<RecordKind> { log.kind == .directory && connection.listsElsewhere ? [.show, .room] : [] }

  /// Whether the connection has been given event `seq`.
  func has(_ seq: Int64) -> Bool {
    switch state {
    case .joining, .paging: false
    case .current, .ended: true
    case .behind(let cursor): cursor >= seq
    }
  }
}
