extension EventLoop {
  /// Stops in order: no new connection is accepted; every WebSocket is sent `bye` (when given) and closed with 4003,
  /// spread over the first half of `grace`; requests being answered are finished; what is left at the end of `grace`
  /// is cut off. Then `run` returns. `grace` is at most 9 s, so that the whole takes less than 10.
  public func stop(
    grace: Duration = .seconds(8), bye: (@ServiceLoop (WebSocketConnection) -> SharedFrame?)? = nil,
    then: (@ServiceLoop () -> Void)? = nil
  ) {
    if let then { whenStopped.append(then) }
    guard phase == .serving else { return }
    phase = .stopping
    log(.info, "loop.stopping", ("connections", String(connections.count)))
    listener?.close()
    listener = nil
    let grace = min(max(grace, .zero), .seconds(9))
    let farewells = Array(connections.values)
    for (index, connection) in farewells.enumerated() {
      // A few go at once. A crowd is spread over time, so that it does not reconnect elsewhere in one instant.
      let delay = farewells.count <= 50 ? .zero : grace / 2 * index / farewells.count
      schedule(after: delay) {
        if let frame = bye?(connection) { connection.send(frame) }
        connection.close(code: SocketCloseCode.shuttingDown, reason: "shutting down")
      }
    }
    for peer in unupgraded.values where peer.isIdle { peer.kill() }
    awaitEmptiness(until: monotonic + Int64(grace / .milliseconds(1)))
  }

  private func awaitEmptiness(until deadline: Int64) {
    schedule(after: .milliseconds(20)) { [self] in
      if connections.isEmpty && unupgraded.isEmpty { return finish() }
      if monotonic >= deadline {
        for connection in connections.values { connection.kill() }
        for peer in unupgraded.values { peer.kill() }
        // libwebsockets closes killed connections within a turn or two. Half a second allows for a loaded machine.
        if monotonic >= deadline + 500 { return finish() }
      }
      awaitEmptiness(until: deadline)
    }
  }

  private func finish() {
    phase = .stopped
    log(.info, "loop.stopped")
    stopTimer()
    LoopThread.shared.leave(self)
    http = nil
    sockets = nil
    roundEnded = nil
    let waiting = whenStopped
    whenStopped = []
    for then in waiting { then() }
  }

  /// ``stop(grace:bye:then:)`` from another thread, waiting for its end.
  public nonisolated func stopAndWait(grace: Duration = .seconds(1)) {
    precondition(!ServiceLoop.isCurrent, "the loop cannot wait for itself")
    let stopped = Gate()
    post { [self] in
      if phase == .stopped { return stopped.open() }
      stop(grace: grace, then: { stopped.open() })
    }
    stopped.wait()
  }
}
