/// One line of the structured log: what happened, never what a user wrote.
public struct LogLine: Sendable {
  public enum Level: String, Sendable { case debug, info, warning, error }

  public var level: Level
  /// A stable name such as `http.request` or `loop.stopping`.
  public var event: String
  public var fields: [(name: String, value: String)]

  public init(_ level: Level, _ event: String, _ fields: [(name: String, value: String)] = []) {
    self.level = level
    self.event = event
    self.fields = fields
  }
}
