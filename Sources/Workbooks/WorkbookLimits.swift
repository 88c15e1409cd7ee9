/// What a workbook may take. All are counted while it is unpacked: what the archive says of itself is not believed.
public struct WorkbookLimits: Sendable {
  /// Bytes of the file.
  public var file = 20 << 20
  /// Bytes of all that is unpacked.
  public var unpacked = 200 << 20
  /// How many times the file's own size that may be.
  public var ratio = 200
  public var sheets = 64
  /// Cells of all sheets, the empty ones before a row's last among them.
  public var cells = 1_000_000
  /// Files in the archive.
  public var entries = 4096

  public init() {}
}

/// What is left of the limits.
final class Budget {
  private var bytes: Int
  private var cells: Int

  init(_ limits: WorkbookLimits, file: Int) {
    // A file of a few kilobytes may well be of one word repeated.
    bytes = min(limits.unpacked, max(1 << 20, file * limits.ratio))
    cells = limits.cells
  }

  func take(bytes count: Int) throws(WorkbookFault) {
    bytes -= count
    guard bytes >= 0 else { throw .tooBig }
  }

  func take(cells count: Int) throws(WorkbookFault) {
    cells -= count
    guard cells >= 0 else { throw .tooBig }
  }
}
