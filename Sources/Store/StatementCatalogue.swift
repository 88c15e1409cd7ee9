internal import FoundationEssentials
internal import Postgres

/// The SQL the server runs, read once at start from `sql/statements`: a missing or empty file is found then, not when
/// it is needed.
public struct StatementCatalogue: Sendable {
  private let statements: [StatementName: Statement]

  /// - Parameter directory: the path of `sql/statements`.
  public init(directory: String) throws(StatementFault) {
    var statements: [StatementName: Statement] = [:]
    for name in StatementName.allCases {
      let path = "\(directory)/\(name.rawValue).sql"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8), !text.allSatisfy(\.isWhitespace) else {
        throw StatementFault(path: path)
      }
      statements[name] = Statement(name: name.rawValue, text: text)
    }
    self.statements = statements
  }

  subscript(name: StatementName) -> Statement {
    // `init` has read every case.
    statements[name]!
  }
}

/// A statement's file cannot be read.
public struct StatementFault: Error, Sendable, Equatable, CustomStringConvertible {
  public let path: String
  public var description: String { "no SQL statement at \(path)" }
}
