internal import Postgres
internal import ServiceLoop

/// Whether commits go through, and the reason when they do not. True: one did within the last second, or a row of the
/// server's own has just been written. Asked by many at once it writes once, and at most once a second.
@ServiceLoop final class Readiness {
  private static let freshness: Int64 = 1_000
  private static let patience: Int64 = 2_000

  private(set) var fault: PostgresFault?
  private let loop: EventLoop
  private let write: (@escaping @ServiceLoop (PostgresFault?) -> Void) -> Void
  /// What became of the last commit, and when it was known.
  private var last: (at: Int64, isCommitted: Bool)?
  /// When the write under way began.
  private var writing: Int64?
  private var askers: [@ServiceLoop (Bool) -> Void] = []

  /// - Parameter write: commits a row where appends are committed, behind those that are under way; answers what went
  ///   wrong.
  init(loop: EventLoop, write: @escaping (@escaping @ServiceLoop (PostgresFault?) -> Void) -> Void) {
    self.loop = loop
    self.write = write
  }

  /// An append went through.
  func committed() {
    last = (loop.monotonic, true)
    fault = nil
  }

  /// Answers within two seconds.
  func ask(then: @escaping @ServiceLoop (Bool) -> Void) {
    if let known {
      loop.schedule(after: .zero) { then(known) }
      return
    }
    askers.append(then)
    guard writing == nil else { return }
    let begun = loop.monotonic
    writing = begun
    loop.schedule(after: .milliseconds(Self.patience)) { [weak self] in
      if self?.writing == begun { self?.answer(false, because: .silent) }
    }
    write { [weak self] fault in self?.written(fault) }
  }

  /// A commit that makes a write of the server's own unnecessary.
  private var known: Bool? {
    if let last, loop.monotonic - last.at < Self.freshness { return last.isCommitted }
    if let writing, loop.monotonic - writing >= Self.patience { return false }
    return nil
  }

  private func written(_ fault: PostgresFault?) {
    writing = nil
    last = (loop.monotonic, fault == nil)
    answer(fault == nil, because: fault)
  }

  private func answer(_ isReady: Bool, because fault: PostgresFault?) {
    self.fault = fault
    let waiting = askers
    askers = []
    for then in waiting { then(isReady) }
  }
}

extension PostgresFault {
  fileprivate static let silent = PostgresFault(.silent, message: "no commit in 2 s")
}
