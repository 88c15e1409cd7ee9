// C calls these: nonisolated functions in a file of their own.
internal import CLibpq
internal import ServiceLoop

func noticeIgnored(_ context: UnsafeMutableRawPointer?, _ notice: OpaquePointer?) {}

/// `context` is the `PostgresConnection`, alive as long as its PGconn: see `PostgresConnection.connect`.
func noticeReceived(_ context: UnsafeMutableRawPointer?, _ notice: OpaquePointer?) {
  guard let context, let notice else { return }
  let connection = Unmanaged<PostgresConnection>.fromOpaque(context).takeUnretainedValue()
  let severity = PQresultErrorField(notice, AFTERSHOW_PG_DIAG_SEVERITY).map { String(cString: $0) }
  // libpq calls it from within PQconsumeInput, PQisBusy and PQgetResult, which only the loop calls.
  ServiceLoop.assumeIsolated { connection.noticed(severity: severity ?? "") }
}
