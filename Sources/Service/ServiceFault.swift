/// Why the server cannot start or go on: a stable code, and a sentence for whoever operates it.
/// Never holds what users wrote.
public struct ServiceFault: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case noHouse, noDatabase, noOrganisation, migration, demo, settings, file
  }

  public let code: Code
  public let sentence: String

  public init(_ code: Code, _ sentence: String) {
    self.code = code
    self.sentence = sentence
  }

  public var description: String { "\(code.rawValue): \(sentence)" }
}
