internal import CLibuv
internal import Glibc
internal import Synchronization

/// The one thread and its libuv loop: executor of ``ServiceLoop`` and of the tasks begun there, mailbox of other
/// threads, clock of the rounds.
///
/// A round is one turn of libuv's loop. It ends twice: after input was handled (`uv_check`) and once more before the
/// loop goes to sleep (`uv_prepare`), because libuv runs timers and close callbacks in between; the second is free when
/// nothing happened.
///
/// Waking is a write to an `eventfd`, which outlives everything. Not `uv_async_send`: a thread that is interrupted in
/// the middle of it, as is likely where it shares a core with the loop it has just woken, has the loop spin until it
/// has its turn again, for up to 4 ms. Not `lws_cancel_service`, which calls every protocol of every virtual host back
/// and must never be called once a context is being destroyed (realtime.md 6.3 item 11).
final class LoopThread: SerialExecutor, TaskExecutor, @unchecked Sendable {
  // Sendable: `inbox` is locked; every other field is written before the thread starts or touched on it only.
  static let shared = LoopThread()

  private enum Letter {
    case job(UnownedJob)
    case action(@ServiceLoop () -> Void)
  }
  private struct Inbox {
    var letters: [Letter] = []
    var isWakePending = false
  }

  let uv: UnsafeMutablePointer<uv_loop_t>
  private let inbox = Mutex(Inbox())
  private let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  private let ear = UnsafeMutablePointer<uv_poll_t>.allocate(capacity: 1)
  private let check = UnsafeMutablePointer<uv_check_t>.allocate(capacity: 1)
  private let prepare = UnsafeMutablePointer<uv_prepare_t>.allocate(capacity: 1)
  private let thread = Atomic<UInt>(0)
  // Owned by the thread.
  nonisolated(unsafe) private var spare: [Letter] = []
  @ServiceLoop private var rounds: [EventLoop] = []

  private init() {
    Heap.giveBackSoon()
    uv = .allocate(capacity: 1)
    // libuv fails these only when the process has no descriptor or memory left before it has begun.
    precondition(uv_loop_init(uv) == 0, "no event loop")
    precondition(bell >= 0 && uv_poll_init(uv, ear, bell) == 0, "no wake-up")
    uv_poll_start(ear, Int32(UV_READABLE.rawValue), bellRung)
    uv_check_init(uv, check)
    uv_check_start(check, roundChecked)
    uv_prepare_init(uv, prepare)
    uv_prepare_start(prepare, roundPrepared)
    var id = pthread_t()
    let started = pthread_create(&id, nil, loopThreadMain, nil)
    precondition(started == 0, "no thread")
    pthread_detach(id)
    // Written here and by the thread itself, the same value: whichever is first.
    thread.store(UInt(id), ordering: .releasing)
  }

  func main() {
    thread.store(UInt(pthread_self()), ordering: .releasing)
    while true { uv_run(uv, UV_RUN_DEFAULT) }
  }

  var isCurrent: Bool { thread.load(ordering: .acquiring) == UInt(pthread_self()) }

  // MARK: Executor

  func enqueue(_ job: consuming ExecutorJob) { deliver(.job(UnownedJob(job))) }
  func checkIsolated() { precondition(isCurrent, "not on the service loop's thread") }
  /// Without this `assumeIsolated` on an actor is fatal inside a C callback: the runtime knows no current task there.
  func isIsolatingCurrentContext() -> Bool? { isCurrent }

  // MARK: Mailbox

  /// Runs `action` on the loop in the order of posting. From any thread; wake-ups are coalesced.
  func post(_ action: @escaping @Sendable @ServiceLoop () -> Void) { deliver(.action(action)) }

  private func deliver(_ letter: Letter) {
    let mustWake = inbox.withLock { inbox in
      inbox.letters.append(letter)
      if inbox.isWakePending { return false }
      inbox.isWakePending = true
      return true
    }
    // The write fails only when the counter is full, after 2^64 wake-ups without a read.
    if mustWake { eventfd_write(bell, 1) }
  }

  /// Waking the loop is enough: the end of the round empties the mailbox.
  func silenceBell() {
    var rings: eventfd_t = 0
    eventfd_read(bell, &rings)
  }

  private func drain() {
    var batch = spare
    spare = []
    inbox.withLock { inbox in
      swap(&inbox.letters, &batch)
      inbox.isWakePending = false
    }
    for letter in batch {
      switch letter {
      case .job(let job):
        job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      case .action(let action): ServiceLoop.assumeIsolated { action() }
      }
    }
    batch.removeAll(keepingCapacity: true)
    spare = batch
  }

  // MARK: Rounds

  /// Whatever came in is handled: what was posted runs, then every event loop releases its news and its writes.
  /// A job enqueued meanwhile has sent its own wake-up, so the next round comes at once.
  func endRound() {
    drain()
    ServiceLoop.assumeIsolated {
      for loop in rounds { loop.endRound() }
    }
  }

  @ServiceLoop func complain(_ function: String) {
    rounds.first?.log(.warning, "library.complained", ("function", function))
  }

  @ServiceLoop func join(_ loop: EventLoop) { rounds.append(loop) }
  @ServiceLoop func leave(_ loop: EventLoop) { rounds.removeAll { $0 === loop } }
}
