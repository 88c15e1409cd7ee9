import Postgres
import ServiceLoop
import Store

extension Store {
  /// What the store answers to a question, for whoever can wait. Throws `PostgresFault`.
  static func answer<Value: Sendable>(_ question: (@escaping Answer<Value>) -> Void) async throws -> Value {
    try await withCheckedContinuation { waiting in question { waiting.resume(returning: $0) } }.get()
  }
}
