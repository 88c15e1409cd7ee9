/// What a log in memory is doing. All that leads from one phase to another stands here.
enum LogPhase: Equatable {
  /// Why the events after the head must be read, the gravest cause last.
  enum Cause: Comparable {
    /// There is news.
    case news
    /// What is in memory may not be what is stored.
    case doubt
    /// The database refused an append, and no command of it was stored already: there must be something to read.
    case loss
  }

  /// It is being loaded. `isAnew`: it was in memory before, and could not be trusted.
  case loading(isAnew: Bool)
  /// The same, of a log that is too long for one answer: the next stretch is being read.
  case continuing(isAnew: Bool)
  /// Everything known to be stored is here, and commands are decided as they come.
  case current
  /// A command is being decided.
  case deciding
  /// The events after the head must be read before anything is decided, and cannot be read just now.
  case behind(Cause)
  /// They are being read. Until they are here, nothing is decided or appended.
  case reading(Cause)

  var isLive: Bool {
    switch self {
    case .loading, .continuing: false
    case .current, .deciding, .behind, .reading: true
    }
  }

  /// Whether an answer to `.read` is awaited.
  var isReading: Bool {
    switch self {
    case .continuing, .reading: true
    case .loading, .current, .deciding, .behind: false
    }
  }

  /// Whether what is here is known to be what is stored, as far as it goes.
  var isTrusted: Bool {
    switch self {
    case .current, .deciding, .behind(.news), .reading(.news): true
    case .loading, .continuing, .behind, .reading: false
    }
  }

  // MARK: Loading

  /// Begins anew.
  mutating func reload() { self = .loading(isAnew: true) }

  /// The answer did not hold all there is.
  mutating func continueLoading() { self = .continuing(isAnew: isAnew) }

  /// The log is here. Answers whether it was in memory before.
  mutating func finishLoading() -> Bool {
    defer { self = .current }
    return isAnew
  }

  private var isAnew: Bool {
    switch self {
    case .loading(let isAnew), .continuing(let isAnew): isAnew
    case .current, .deciding, .behind, .reading: false
    }
  }

  // MARK: Deciding

  /// False: nothing may be decided now, or something is being decided already.
  mutating func beginDeciding() -> Bool {
    guard self == .current else { return false }
    self = .deciding
    return true
  }

  /// By now the log may be reading.
  mutating func endDeciding() { if self == .deciding { self = .current } }

  // MARK: Reading

  /// There is something to be read. Of several causes the gravest counts.
  mutating func fallBehind(_ cause: Cause) {
    switch self {
    case .loading, .continuing: break
    case .current, .deciding: self = .behind(cause)
    case .behind(let known): self = .behind(max(known, cause))
    case .reading(let known): self = .reading(max(known, cause))
    }
  }

  /// False: there is nothing to be read, or it is being read already.
  mutating func beginReading() -> Bool {
    guard case .behind(let cause) = self else { return false }
    self = .reading(cause)
    return true
  }

  mutating func failReading() { if case .reading(let cause) = self { self = .behind(cause) } }

  mutating func endReading() { if case .reading = self { self = .current } }
}
