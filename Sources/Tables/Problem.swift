/// What is wrong with one cell or row. The rest of the file is kept.
public struct Problem: Error, Sendable, Equatable {
  /// The line of the file the row starts on, from 1.
  public let line: Int
  /// From 1; nil when the whole row is meant.
  public let column: Int?
  /// The column's header as the file has it.
  public let header: String?
  public let why: Why
  /// The cell as the file has it.
  public let raw: String
  /// The sheet it stands on, where the file has several.
  public var sheet: String?

  public init(line: Int, column: Int? = nil, header: String? = nil, why: Why, raw: String = "") {
    self.line = line
    self.column = column
    self.header = header
    self.why = why
    self.raw = raw
  }

  /// Raw values are stable: they stand in answers.
  public enum Why: String, Sendable, CaseIterable {
    case notANumber, notADuration, notADate, notARatio
    /// A number of more than 15 digits: an id, most likely.
    case tooManyDigits
    /// Readable, and yet impossible: a negative count, an end before its start.
    case outOfRange
    /// Not one of the words that this column may hold.
    case unknownWord
    /// Nothing where something must be.
    case missing
    case tooLong
    /// The same thing once more.
    case duplicate
    /// A cell beyond the last header.
    case extraCell
    /// A quote that opens and never closes; it was taken as a character.
    case unclosedQuote
    /// Bytes that are no characters in the file's encoding; replaced by U+FFFD.
    case brokenText
    /// Money of another country: named, never taken for yuan.
    case foreignCurrency
    /// Two numbers in one cell.
    case twoNumbers
    /// It has several readings, and nothing in the column says which: `4.2` of a duration without a unit.
    case ambiguous
    /// Words that were read in an encoding by guess, and look wrong.
    case doubtfulText
    /// A time of another day than the show's.
    case otherDay
    /// Another sheet of the file gives the same metric another value, and that one was taken.
    case contradicted
  }
}
