import Foundation
import ServiceLoop
import Synchronization

/// SIGTERM or SIGINT, at whatever moment it comes: what has been started by then is stopped in order. A start that does
/// not get as far within ten seconds (its database stands still) is broken off, and so is one that is asked twice.
final class StopRequest: Sendable {
  private let state = Mutex(State())

  private struct State {
    var isMade = false
    var act: (@Sendable @ServiceLoop () -> Void)?
  }

  /// Made by the signals, from now on.
  static func listening() -> StopRequest {
    let request = StopRequest()
    EventLoop.onSignal([SIGTERM, SIGINT]) { _ in request.make() }
    return request
  }

  var isMade: Bool { state.withLock { $0.isMade } }

  @ServiceLoop private func make() {
    let (isFirst, act) = state.withLock { state in
      defer { state.isMade = true }
      return (!state.isMade, state.act)
    }
    if let act { return act() }
    guard isFirst else { exit(1) }
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: 10)
      if state.withLock({ $0.act == nil }) { exit(1) }
    }
  }

  /// There is something to stop now.
  @ServiceLoop func meet(_ act: @escaping @Sendable @ServiceLoop () -> Void) {
    let isMade = state.withLock { state in
      state.act = act
      return state.isMade
    }
    if isMade { act() }
  }
}
