/// One SQL statement, prepared under its name the first time a connection uses it. The text comes from a file of
/// `sql/statements`, never from string building: what varies is a ``Parameter``.
public struct Statement: Sendable {
  /// Unique among the statements of a program, at most 63 bytes.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
