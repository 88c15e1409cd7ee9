internal import CLibuv

extension EventLoop {
  /// Opens the port, runs `ready` on the loop before the first connection is accepted, and blocks the caller until the
  /// event loop has stopped. Not to be called on the loop itself.
  public nonisolated static func run(
    _ configuration: ServiceConfiguration, ready: @escaping @Sendable @ServiceLoop (EventLoop) -> Void
  ) throws(LoopFault) {
    let stopped = Gate()
    _ = try start(configuration) { loop in
      loop.whenStopped.append { stopped.open() }
      ready(loop)
    }
    stopped.wait()
  }

  /// The same, but returns as soon as `ready` has run.
  public nonisolated static func start(
    _ configuration: ServiceConfiguration, ready: @escaping @Sendable @ServiceLoop (EventLoop) -> Void
  ) throws(LoopFault) -> EventLoop {
    precondition(!ServiceLoop.isCurrent, "the loop cannot wait for itself")
    let started = Gate()
    let outcome = Outcome()
    LoopThread.shared.post {
      do throws(LoopFault) {
        let loop = try EventLoop(configuration)
        ready(loop)
        outcome.value = .success(loop)
      } catch {
        outcome.value = .failure(error)
      }
      started.open()
    }
    started.wait()
    return try outcome.value!.get()
  }

  /// Calls `handler` on the loop's thread when one of the signals arrives, from soon on and for the life of the
  /// process; their default action is suppressed. Needs no event loop yet.
  public nonisolated static func onSignal(
    _ signals: [Int32], _ handler: @escaping @Sendable @ServiceLoop (Int32) -> Void
  ) {
    LoopThread.shared.post {
      for number in signals { SignalWatch.start(number, handler) }
    }
  }
}

/// Written on the loop before the gate opens, read by the waiter after it: the gate orders the two.
private final class Outcome: @unchecked Sendable {
  var value: Result<EventLoop, LoopFault>?
}

/// A thread waits here until another opens it, once.
final class Gate: @unchecked Sendable {
  // Sendable: a semaphore is made to be used by several threads.
  private let semaphore = UnsafeMutablePointer<uv_sem_t>.allocate(capacity: 1)

  init() {
    let failed = uv_sem_init(semaphore, 0)
    precondition(failed == 0, "no semaphore")
  }

  deinit {
    uv_sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func open() { uv_sem_post(semaphore) }
  func wait() { uv_sem_wait(semaphore) }
}

/// libuv writes the signal's number into a pipe of its own from the handler; ours runs on the loop. libwebsockets
/// takes no signals at all when its libuv loop is somebody else's.
@ServiceLoop final class SignalWatch {
  let handler: @ServiceLoop (Int32) -> Void
  private let handle = UnsafeMutablePointer<uv_signal_t>.allocate(capacity: 1)

  private init(_ handler: @escaping @ServiceLoop (Int32) -> Void) { self.handler = handler }

  static func start(_ number: Int32, _ handler: @escaping @ServiceLoop (Int32) -> Void) {
    let watch = SignalWatch(handler)
    uv_signal_init(LoopThread.shared.uv, watch.handle)
    // Never balanced: signals are watched for the life of the process.
    watch.handle.pointee.data = Unmanaged.passRetained(watch).toOpaque()
    uv_signal_start(watch.handle, signalArrived, number)
  }
}
