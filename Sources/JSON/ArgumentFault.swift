/// A command's argument that is not what it must be.
public struct ArgumentFault: Error, Sendable, Equatable {
  /// The path of the argument, as in `roles` or `steps[2].text`; empty when the arguments themselves are no object.
  public let field: String
  public let problem: Problem

  public init(field: String, problem: Problem) {
    self.field = field
    self.problem = problem
  }

  public enum Problem: Sendable, Equatable {
    case missing
    case wrongType
    /// More characters, or elements, than `limit`.
    case tooLong(limit: Int)
    /// Fewer characters, or elements, than `limit`.
    case tooShort(limit: Int)
    case outOfRange
    /// An argument that the command does not have.
    case unknown
    /// Of the right type and size, and still not allowed: a control character, a word not in the list, a malformed id.
    case invalid

    /// Stable, for the wire.
    public var code: String {
      switch self {
      case .missing: "missing"
      case .wrongType: "wrongType"
      case .tooLong: "tooLong"
      case .tooShort: "tooShort"
      case .outOfRange: "outOfRange"
      case .unknown: "unknown"
      case .invalid: "invalid"
      }
    }
  }
}
