import JSON

/// How much time a phase has left, the same for everyone: by the server's deadline, not by anyone's counting. It belongs to
/// the phase in which it was started; elsewhere nobody is shown it.
public struct PhaseTimer: Sendable, Equatable, Codable {
  public let phase: Phase
  /// When it was started; with the deadline it names one run. Milliseconds UTC, as all of its times.
  public let start: Int64
  /// How long it lasts in all, with what was added.
  public var lasts: Int64
  /// When it runs out; nil: it is paused.
  public var deadline: Int64?
  /// What is left of a paused one.
  public var left: Int64?
  /// It has run out, and everyone was told.
  public var isOver: Bool
}

extension PhaseTimer: Recorded {
  static var kind: RecordKind { .timer }
  static let told = """
    `id:"timer", phase (of which it is), start, lasts, deadline? (while it runs), left? (while it is paused), over? (true: it has run out)`; \
    all in milliseconds
    """
  public var id: String { "timer" }
  var record: Record { .timer(self) }

  init?(_ record: Record) {
    guard case .timer(let value) = record else { return nil }
    self = value
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("phase", phase.rawValue)
    json.member("start", start)
    json.member("lasts", lasts)
    json.member("deadline", deadline)
    json.member("left", left)
    if isOver { json.member("over", true) }
  }
}
