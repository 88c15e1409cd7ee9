/// Why a file as a whole cannot be read. Raw values are stable: they stand in answers.
public enum TableFault: String, Error, Sendable, CaseIterable {
  /// No cell with anything in it.
  case empty
  /// Neither UTF-8 nor GB18030 text.
  case notText
  /// A workbook (XLSX, XLS): to be saved as CSV first.
  case spreadsheet
  /// More rows or columns than are read.
  case tooBig
  /// None of the columns that this kind of file must have.
  case unrecognised
}
