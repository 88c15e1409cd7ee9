import ServiceLoop
import Testing

/// Runs `body` on a thread of its own beside a server of its own on a free port, and stops that.
func withServer(
  _ configure: (inout ServiceConfiguration) -> Void = { _ in },
  ready: @escaping @Sendable @ServiceLoop (EventLoop) -> Void = { _ in },
  _ body: @escaping @Sendable (Int, EventLoop) throws -> Void
) async throws {
  var configuration = ServiceConfiguration()
  configure(&configuration)
  try await onThread { [configuration] in
    let loop = try EventLoop.start(configuration, ready: ready)
    defer { loop.stopAndWait(grace: .zero) }
    try body(try inLoop { loop.port }, loop)
  }
}

/// A WebSocket program made of closures; by default it admits everyone and echoes.
@ServiceLoop final class Program: WebSocketHandler {
  var admitting: (HTTPRequest, @escaping @ServiceLoop (Admission) -> Void) -> Void = { $1(.accept()) }
  var onOpen: (WebSocketConnection, HTTPRequest) -> Void = { _, _ in }
  var onMessage: ([UInt8], WebSocketConnection) -> Void = { $1.send(SharedFrame($0)) }
  var onChoke: (WebSocketConnection) -> Void = { _ in }
  var onDrain: (WebSocketConnection) -> Void = { _ in }
  var onClose: (WebSocketConnection) -> Void = { _ in }

  func admit(_ request: HTTPRequest, _ decide: @escaping @ServiceLoop (Admission) -> Void) {
    admitting(request, decide)
  }
  func opened(_ connection: WebSocketConnection, _ request: HTTPRequest) { onOpen(connection, request) }
  func received(_ message: [UInt8], on connection: WebSocketConnection) { onMessage(message, connection) }
  func choked(_ connection: WebSocketConnection) { onChoke(connection) }
  func drained(_ connection: WebSocketConnection) { onDrain(connection) }
  func closed(_ connection: WebSocketConnection) { onClose(connection) }
}

/// A server whose WebSockets are `Program`'s.
func withProgram(
  _ configure: (inout ServiceConfiguration) -> Void = { _ in },
  _ prepare: @escaping @Sendable @ServiceLoop (Program) -> Void = { _ in },
  _ body: @escaping @Sendable (Int, EventLoop) throws -> Void
) async throws {
  try await withServer(
    configure,
    ready: { loop in
      let program = Program()
      prepare(program)
      loop.sockets = program
    }, body)
}
