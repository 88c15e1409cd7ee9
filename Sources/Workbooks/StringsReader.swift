/// The words that cells share.
final class StringsReader: PartReader {
  private(set) var strings: [String] = []
  private var words = CellWords()
  private let most: Int

  /// - Parameter most: how many there may be.
  init(most: Int) { self.most = most }

  func open(_ name: String, _: XMLAttributes) {
    if name == "si" { words.clear() } else { words.open(name) }
  }

  func close(_ name: String) throws(WorkbookFault) {
    guard name == "si" else { return words.close(name) }
    guard strings.count < most else { throw .tooBig }
    strings.append(words.string)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { words.append(bytes) }
}
