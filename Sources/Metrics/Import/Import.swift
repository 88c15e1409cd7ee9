public import Tables

/// What came of a file: what was understood, and what was not, cell by cell.
public struct Import<Content: Sendable>: Sendable {
  public let content: Content
  public let encoding: TextEncoding
  /// Rows of the file with anything in them, below the header.
  public let rows: Int
  /// How many of them went into the content.
  public let accepted: Int
  /// Headers of the columns that nobody asked for; they can be mapped.
  public let ignored: [String]
  /// By line.
  public let problems: [Problem]
}
