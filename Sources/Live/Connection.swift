import Identity
import JSON
import Rows

/// One client's WebSocket.
final class Connection {
  enum Stage {
    /// Waits for `hello` until that time.
    case greeting(Int64)
    /// Has said hello; the directory is being loaded. What comes meanwhile waits.
    case opening([(log: Identifier, at: Position?)])
    case open
    case closed
  }

  /// An answer that may not be sent yet: the event it speaks of has not been sent, or the pipe is full.
  struct Held {
    let frame: [UInt8]
    let after: (log: Identifier, seq: Int64)?
  }

  let id: ConnectionID
  let session: Session
  let attendance: Attendance
  /// The page reads lists of shows and rooms in the channels' logs.
  var listsElsewhere = false
  var stage: Stage
  var backlog: [[UInt8]] = []
  /// The logs it follows, a handful, in the order they were asked for.
  var followings: [Following] = []
  /// Commands that wait for their answer.
  var inFlight = 0
  var bucket: Bucket
  var strikes: Bucket
  /// When it may send again, as it was told.
  var toldUntil: Int64?
  /// Since when the transport has not been able to write.
  var chokedSince: Int64?
  /// Frames to be sent when the input at hand has been dealt with.
  var frames: [[UInt8]] = []
  var held: [Held] = []
  var heldSize = 0

  init(_ id: ConnectionID, _ session: Session, _ attendance: Attendance, stage: Stage, limits: Limits, now: Int64) {
    self.id = id
    self.session = session
    self.attendance = attendance
    self.stage = stage
    bucket = Bucket(rate: limits.rate, burst: limits.burst, now: now)
    strikes = Bucket(rate: 1, burst: limits.strikes, now: now)
  }

  func following(_ log: Identifier) -> Following? { followings.first { $0.log.id == log } }

  var isFree: Bool { chokedSince == nil }
  var isClosed: Bool { if case .closed = stage { true } else { false } }
}
