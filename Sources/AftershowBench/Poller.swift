import CEpoll
import Glibc

/// Which of many sockets have something to read.
struct Poller {
  private let descriptor = epoll_create1(0)
  private var events = [epoll_event](repeating: epoll_event(), count: 512)

  /// `key` comes back from `wait`.
  func watch(_ socket: Socket, key: Int) {
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: UInt64(key)))
    epoll_ctl(descriptor, EPOLL_CTL_ADD, socket.descriptor, &event)
  }

  func forget(_ socket: Socket) { epoll_ctl(descriptor, EPOLL_CTL_DEL, socket.descriptor, nil) }

  /// Keys of the readable ones, after at most so long.
  mutating func wait(nanoseconds: Int64) -> [Int] {
    var patience = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    let count = epoll_pwait2(descriptor, &events, Int32(events.count), &patience, nil)
    return (0..<max(0, Int(count))).map { Int(events[$0].data.u64) }
  }
}
