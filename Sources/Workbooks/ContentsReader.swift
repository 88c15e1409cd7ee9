/// The workbook itself: its sheets, and from which day its dates count.
final class ContentsReader: PartReader {
  struct Entry {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var isFrom1904 = false
  private let most: Int

  /// - Parameter most: how many sheets there may be.
  init(most: Int) { self.most = most }

  func open(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "workbookPr": isFrom1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      guard let title = attributes["name"], let relation = attributes["id"] else { throw .damaged }
      guard sheets.count < most else { throw .tooBig }
      sheets.append(
        Entry(
          name: EscapedText.plain(title), relation: relation, isHidden: (attributes["state"] ?? "visible") != "visible")
      )
    default: break
    }
  }

  func close(_: String) {}
  func text(_: UnsafeBufferPointer<UInt8>) {}
}
