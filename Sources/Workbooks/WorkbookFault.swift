/// Why a workbook cannot be read.
public enum WorkbookFault: Error, Sendable, CaseIterable {
  /// No archive, or one that breaks off.
  case notAnArchive
  /// A part is missing, or is no XML, or says what cannot be.
  case damaged
  /// A part that only a password opens.
  case encrypted
  /// A part declares a document type, which no workbook does: it is how XML is made to swell.
  case documentType
  /// More than `WorkbookLimits` allow.
  case tooBig
}
