import Foundation

/// Values from any thread, waited for one by one. Waiting blocks the thread.
final class Probe<Value: Sendable>: @unchecked Sendable {
  // Sendable: `values` is touched under the condition's lock only.
  private let condition = NSCondition()
  private var values: [Value] = []

  func put(_ value: Value) {
    condition.withLock {
      values.append(value)
      condition.signal()
    }
  }

  /// `nil` after 20 s without one.
  func next() -> Value? {
    let deadline = Date(timeIntervalSinceNow: 20)
    return condition.withLock {
      while values.isEmpty {
        guard condition.wait(until: deadline) else { return nil }
      }
      return values.removeFirst()
    }
  }
}
