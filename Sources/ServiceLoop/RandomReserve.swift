internal import Glibc

/// The system's random numbers, fetched 32 at a time: a call of the kernel for each of the three that a command takes
/// was 2.5 % of the server's time. For ids and tags; a secret asks the system itself and never lies in reserve.
public struct RandomReserve: RandomNumberGenerator, Sendable {
  private var numbers: [UInt64] = []

  public init() {}

  public mutating func next() -> UInt64 {
    if numbers.isEmpty { refill() }
    return numbers.removeLast()
  }

  /// 256 bytes are the most that are given at once, and then all of them.
  private mutating func refill() {
    numbers = Array(repeating: 0, count: 32)
    let failed = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress!, $0.count) }
    precondition(failed == 0, "no random numbers")
  }
}
