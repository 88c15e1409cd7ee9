internal import CLibpq

/// What PostgreSQL, or the way to it, refused. Never holds a bound value or a stored one.
public struct PostgresFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// An SQLSTATE, or a kind of our own. A struct, so that codes we have no name for survive.
  public struct Code: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing was sent: there was no connection.
    public static let notConnected = Code(rawValue: "not_connected")
    /// It was sent, and may have been committed or not: the connection was lost before the answer, or the server
    /// warned while committing (synchronous replication given up).
    public static let outcomeUnknown = Code(rawValue: "outcome_unknown")
    /// The address is none, or the server could not be reached.
    public static let unreachable = Code(rawValue: "unreachable")
    /// It was asked, and has not answered yet.
    public static let silent = Code(rawValue: "silent")

    public static let serializationFailure = Code(rawValue: "40001")
    public static let deadlockDetected = Code(rawValue: "40P01")
    public static let lockNotAvailable = Code(rawValue: "55P03")
    public static let uniqueViolation = Code(rawValue: "23505")
    public static let duplicateTable = Code(rawValue: "42P07")
    public static let undefinedTable = Code(rawValue: "42P01")
  }

  public let code: Code
  /// `ERROR`, `FATAL` or `PANIC`; empty for kinds of our own.
  public let severity: String
  /// The violated constraint.
  public let constraint: String?
  /// For the operator. Present only where the server cannot have put data into it.
  public let message: String?

  public init(_ code: Code, severity: String = "", constraint: String? = nil, message: String? = nil) {
    self.code = code
    self.severity = severity
    self.constraint = constraint
    self.message = message
  }

  /// SQLSTATE's first two characters.
  public var codeClass: String { String(code.rawValue.prefix(2)) }

  /// The same again may well succeed, and nothing was done.
  public var isTransient: Bool {
    code == .serializationFailure || code == .deadlockDetected || code == .lockNotAvailable
  }

  /// The values are what PostgreSQL does not take: the same again fails again.
  public var isOfTheData: Bool { ["22", "23", "54"].contains(codeClass) }

  public var description: String {
    let constraint = constraint.map { " (\($0))" } ?? ""
    return "\(code.rawValue)\(constraint)\(message.map { ": \($0)" } ?? "")"
  }
}

extension PostgresFault {
  /// Classes whose messages speak of the server, the connection and our own SQL. Those of others (22: data, 23:
  /// constraints) quote values.
  private static let speakable: Set<String> = ["08", "28", "3D", "40", "42", "53", "55", "57", "58", "XX"]

  init(result: OpaquePointer) {
    func field(_ name: Int32) -> String? { PQresultErrorField(result, name).map { String(cString: $0) } }
    // Without one it is libpq that speaks: it has lost the server, and what had been asked may have been done.
    let state = field(AFTERSHOW_PG_DIAG_SQLSTATE) ?? Code.outcomeUnknown.rawValue
    self.init(
      Code(rawValue: state), severity: field(AFTERSHOW_PG_DIAG_SEVERITY) ?? "ERROR",
      constraint: field(AFTERSHOW_PG_DIAG_CONSTRAINT_NAME),
      message: Self.speakable.contains(String(state.prefix(2))) ? field(AFTERSHOW_PG_DIAG_MESSAGE) : nil)
  }

  /// libpq's own words about a connection: hosts, users and files, no data.
  init(_ code: Code, connection: OpaquePointer?) {
    let text = connection.flatMap { PQerrorMessage($0) }.map { String(cString: $0) } ?? ""
    self.init(code, message: text.split(whereSeparator: \.isNewline).first.map(String.init))
  }

  var endsConnection: Bool { severity == "FATAL" || severity == "PANIC" || code == .outcomeUnknown }
}
