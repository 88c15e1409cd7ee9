import Foundation
import ServiceLoop

/// Runs a test's blocking part on a thread of its own: the tasks' pool has a thread a core, and the tasks under test
/// need them.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

/// Runs `body` on the loop and waits for it, from any other thread.
func inLoop<Value: Sendable>(_ body: @escaping @Sendable @ServiceLoop () throws -> Value) throws -> Value {
  let outcome = Probe<Result<Value, any Error>>()
  Task { @ServiceLoop in outcome.put(Result { try body() }) }
  guard let result = outcome.next() else { throw RawClient.Failure(description: "the loop does not answer") }
  return try result.get()
}
