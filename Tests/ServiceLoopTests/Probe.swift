/// Values from any thread, awaited one by one.
final class Probe<Value: Sendable>: Sendable {
  private let stream: AsyncStream<Value>
  private let continuation: AsyncStream<Value>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  func put(_ value: Value) { continuation.yield(value) }

  func next() async -> Value? { await stream.first { _ in true } }
}
