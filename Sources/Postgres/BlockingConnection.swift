internal import CLibpq

/// A session that blocks its caller: for migrations, the private cluster and the command line. Never on the loop.
/// Used by one thread at a time; closed when let go of.
public final class BlockingConnection {
  private let connection: OpaquePointer

  public init(_ address: DatabaseAddress, name: String) throws(PostgresFault) {
    let connection = withKeywords(address.parameters(name: name, settings: [:])) { PQconnectdbParams($0, $1, 0) }
    guard let connection else { throw PostgresFault(.unreachable, message: "out of memory") }
    guard PQstatus(connection) == CONNECTION_OK else {
      let fault = PostgresFault(.unreachable, connection: connection)
      PQfinish(connection)
      throw fault
    }
    // Without this libpq prints notices to standard error.
    PQsetNoticeReceiver(connection, noticeIgnored, nil)
    self.connection = connection
  }

  deinit { PQfinish(connection) }

  /// Runs a text of several statements: one transaction, unless the text says otherwise.
  public func run(_ script: String) throws(PostgresFault) {
    _ = try rows(PQexec(connection, script))
  }

  @discardableResult
  public func query(_ text: String, _ parameters: [Parameter] = []) throws(PostgresFault) -> Rows {
    let result = BoundValues(parameters).withPointers { count, values, lengths, formats in
      PQexecParams(connection, text, count, nil, values, lengths, formats, 1)
    }
    return try rows(result)
  }

  /// `body` between `begin` and `commit`; rolled back when it throws.
  public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try run("begin")
    do {
      let value = try body()
      try run("commit")
      return value
    } catch {
      // The fault that led here is the one worth telling; a lost connection has rolled back by itself.
      try? run("rollback")
      throw error
    }
  }

  private func rows(_ result: OpaquePointer?) throws(PostgresFault) -> Rows {
    guard let result else { throw PostgresFault(.outcomeUnknown, connection: connection) }
    switch PQresultStatus(result) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
      return Rows(result)
    default:
      defer { PQclear(result) }
      // Without an SQLSTATE it is libpq that speaks, and the connection that is gone.
      guard PQresultErrorField(result, AFTERSHOW_PG_DIAG_SQLSTATE) != nil else {
        throw PostgresFault(.outcomeUnknown, connection: connection)
      }
      throw PostgresFault(result: result)
    }
  }
}

extension DatabaseAddress {
  public enum Answer: Sendable { case accepting, notYet, none }

  /// Whether a server answers there; blocks for at most a few seconds. No session is opened.
  public func ping() -> Answer {
    switch withKeywords(parameters(name: "aftershow", settings: [:]), { PQpingParams($0, $1, 0) }) {
    case PQPING_OK: .accepting
    case PQPING_REJECT: .notYet
    default: .none
    }
  }
}
