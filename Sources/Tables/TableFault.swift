/// Why a file as a whole cannot be read. Raw values are stable: they stand in answers.
public enum TableFault: String, Error, Sendable, CaseIterable {
  /// No cell with anything in it.
  case empty
  /// No text in any encoding that is read.
  case notText
  /// A workbook that is not read: damaged, opened by a password only, or of a program before Excel 97.
  case spreadsheet
  /// More rows or columns than are read.
  case tooBig
  /// None of the columns that this kind of file must have.
  case unrecognised
  /// Products, one a row, and no line that adds them up: no numbers of a show.
  case productList
  /// Several rows, any of which could be the show at hand.
  case severalShows
  /// Nothing of the day of the show at hand.
  case otherDay
}
