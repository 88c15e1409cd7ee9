public import Tables

/// What came of a file: what was understood, and what was not, column by column and cell by cell.
public struct Import<Content: Sendable>: Sendable {
  public let content: Content
  public let encoding: TextEncoding
  /// Rows of the file with anything in them, below the header.
  public let rows: Int
  /// How many of them went into the content.
  public let accepted: Int
  /// Every column of the file, in its order.
  public let columns: [ColumnReading]
  /// Whose words the headers are, where they are one's.
  public let platform: Platform?
  /// Lines that are no rows of the content, and are no fault either.
  public let left: [LeftLine]
  /// What must be asked before anything is stored.
  public let doubts: [Doubt]
  /// By line.
  public let problems: [Problem]

  /// Headers of the columns that nobody asked for and that hold something; they can be mapped.
  public var ignored: [String] { columns.ignored }

  /// Something must be answered first: about the file, or about a column.
  public var asks: Bool { !doubts.isEmpty || columns.contains { $0.certainty == .unsure } }
}

extension [ColumnReading] {
  /// Headers of those that are not read and that hold something.
  public var ignored: [String] {
    filter { column in
      if case .ignored(let reason) = column.meaning { reason != .empty } else { false }
    }.map(\.header.raw)
  }
}

/// What makes a file doubtful as a whole. Raw values are stable: they stand in answers.
public enum Doubt: String, Sendable, CaseIterable {
  /// Products, one a row, and no line that adds them up: no numbers of a show.
  case productList
  /// Several rows, any of which could be the show at hand.
  case severalShows
  /// Nothing of the day of the show at hand.
  case otherDay
  /// Lines that add up shows, and none of those.
  case totalsOnly
  /// None of the columns that this kind of file must have, and somebody says that it is one: what they are is asked.
  case unmapped
}

/// A line that is no row, told so that nothing vanishes without a word.
public struct LeftLine: Sendable, Equatable {
  public let line: Int
  public let why: Why

  public init(line: Int, why: Why) {
    self.line = line
    self.why = why
  }

  /// Raw values are stable: they stand in answers.
  public enum Why: String, Sendable, CaseIterable {
    /// It adds up the others.
    case total
    /// A product of a list whose total was taken.
    case product
    /// The header once more.
    case header
    /// A table within the table, such as a product's SKUs.
    case block
  }
}
