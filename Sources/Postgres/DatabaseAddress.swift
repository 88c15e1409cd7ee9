internal import CLibpq
internal import Glibc

/// Where a database is and as whom to enter it: libpq's keywords. Never printed: it may hold a password.
public struct DatabaseAddress: Sendable, Equatable {
  private var keywords: [Keyword]

  private struct Keyword: Sendable, Equatable {
    let name: String
    var value: String
  }

  /// `postgresql://…` or `host=… dbname=…`, read by libpq's own parser.
  public init(_ text: String) throws(PostgresFault) {
    var complaint: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &complaint) else {
      PQfreemem(complaint)
      // libpq's complaint may quote the text, and with it a password.
      throw PostgresFault(.unreachable, message: "the database's address cannot be read")
    }
    defer { PQconninfoFree(options) }
    keywords = []
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val {
        keywords.append(Keyword(name: String(cString: name), value: String(cString: value)))
      }
      option += 1
    }
  }

  /// A server on this machine, by the directory of its socket.
  public init(socketDirectory: String, port: Int = 5432, user: String, database: String) {
    keywords = [
      Keyword(name: "host", value: socketDirectory), Keyword(name: "port", value: String(port)),
      Keyword(name: "user", value: user), Keyword(name: "dbname", value: database),
    ]
  }

  /// The same server and user, another database.
  public func database(_ name: String) -> DatabaseAddress {
    var other = self
    other.keywords.removeAll { $0.name == "dbname" }
    other.keywords.append(Keyword(name: "dbname", value: name))
    return other
  }

  /// Seconds after which an attempt is given up; libpq leaves that to the caller when it connects asynchronously.
  var patience: Int { max(2, keywords.first { $0.name == "connect_timeout" }.flatMap { Int($0.value) } ?? 3) }

  /// What a connection called `name` is opened with: nodes know each other by these names, so that the address gives none
  /// of its own. What else it says goes before our defaults: only a server that takes writes; a dead network noticed
  /// within about 10 s, also by a session that only listens.
  func parameters(name: String, settings: [String: String]) -> [(keyword: String, value: String)] {
    let defaults = [
      ("application_name", name), ("client_encoding", "UTF8"), ("connect_timeout", "3"), ("keepalives", "1"),
      ("keepalives_idle", "10"), ("keepalives_interval", "3"), ("keepalives_count", "3"),
      ("tcp_user_timeout", "10000"), ("target_session_attrs", "read-write"),
    ]
    var parameters = keywords.map { (keyword: $0.name, value: $0.value) }
    parameters.removeAll { $0.keyword == "application_name" }
    for (keyword, value) in defaults where !parameters.contains(where: { $0.keyword == keyword }) {
      parameters.append((keyword, value))
    }
    guard !settings.isEmpty else { return parameters }
    let ours = settings.sorted { $0.key < $1.key }.map { "-c \($0.key)=\($0.value)" }.joined(separator: " ")
    if let index = parameters.firstIndex(where: { $0.keyword == "options" }) {
      parameters[index].value += " " + ours
    } else {
      parameters.append(("options", ours))
    }
    return parameters
  }
}

/// Calls `body` with null-terminated arrays of C strings, which live as long as the call.
func withKeywords<Value>(
  _ parameters: [(keyword: String, value: String)],
  _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
  let keywords = parameters.map { strdup($0.keyword) }
  let values = parameters.map { strdup($0.value) }
  defer { for copy in keywords + values { free(copy) } }
  return (keywords.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { keywords in
    (values.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { values in
      // Neither is empty: each ends with the null.
      body(keywords.baseAddress!, values.baseAddress!)
    }
  }
}
