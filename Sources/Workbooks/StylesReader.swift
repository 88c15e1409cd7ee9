/// How cells show their numbers.
final class StylesReader: PartReader {
  /// By the number that stands at a cell.
  private(set) var formats: [NumberFormat] = []
  /// How many formats were spelled out, the same once more among them.
  private var spelled = 0
  private var own: [Int: NumberFormat] = [:]
  private var isInCells = false

  /// As many as Excel has.
  static let most = 1 << 16

  func open(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
      guard spelled < Self.most else { throw .tooBig }
      spelled += 1
      own[id] = NumberFormat(code: code)
    // Named styles have such elements as well, for cells to begin with.
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      guard formats.count < Self.most else { throw .tooBig }
      formats.append(own[id] ?? NumberFormat(id: id))
    default: break
    }
  }

  func close(_ name: String) { if name == "cellXfs" { isInCells = false } }
  func text(_: UnsafeBufferPointer<UInt8>) {}
}
