/// Why a workbook cannot be read.
public enum WorkbookFault: Error, Sendable, CaseIterable {
  /// Neither an archive nor a compound file, or one that breaks off.
  case notAnArchive
  /// A part is missing, or is none, or says what cannot be.
  case damaged
  /// A part that only a password opens.
  case encrypted
  /// A part declares a document type, which no workbook does: it is how XML is made to swell.
  case documentType
  /// Of a program before Excel 97.
  case outdated
  /// More than `WorkbookLimits` allow.
  case tooBig
}
