internal import CExpat

/// What reads one part of a workbook, element by element.
protocol PartReader: AnyObject {
  /// - Parameter name: without its prefix.
  /// - Parameter attributes: valid during the call only.
  func open(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault)
  func close(_ name: String) throws(WorkbookFault)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// An element's attributes, by name without prefix.
struct XMLAttributes {
  /// Names and values in turn, ended by nil; Expat's, during one call.
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

  subscript(name: String) -> String? {
    guard var pair = pairs else { return nil }
    // Expat ends the list after a value, so that a name always has one.
    while let found = pair[0], let value = pair[1] {
      if Self.local(found) == name { return String(cString: value) }
      pair += 2
    }
    return nil
  }

  static func local(_ name: UnsafePointer<CChar>) -> String {
    let all = String(cString: name)
    guard let colon = all.utf8.lastIndex(of: UInt8(ascii: ":")) else { return all }
    return String(all[all.utf8.index(after: colon)...])
  }
}

/// One reading of one part by Expat.
final class XMLPass {
  /// The most that may stand in one tag, or between two. Expat begins anew with what is unfinished at each piece, so that a
  /// tag without end would take time by the square of its length.
  private static let longest = 1 << 20

  private let parser: XML_Parser
  private let part: any PartReader
  private var fault: WorkbookFault?
  private var fed = 0
  /// How much had been fed when the part last heard of something.
  private var heard = 0

  init(_ part: any PartReader) throws(WorkbookFault) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged }
    self.parser = parser
    self.part = part
    // Unretained: the parser is freed in `deinit`, and is called by this object's methods only.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, elementOpened, elementClosed)
    XML_SetCharacterDataHandler(parser, textCame)
    XML_SetStartDoctypeDeclHandler(parser, documentTypeDeclared)
  }

  deinit { XML_ParserFree(parser) }

  func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    fed += bytes.count
    // Expat copies what it keeps; `bytes` need last for this call only.
    let status = bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 0) }
    if let fault { throw fault }
    guard status == XML_STATUS_OK, fed - heard <= Self.longest else { throw .damaged }
  }

  func finish() throws(WorkbookFault) {
    let status = XML_Parse(parser, nil, 0, 1)
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw .damaged }
  }

  /// Nothing may be thrown through C: a fault stops the parser, and is thrown behind it.
  func meet(_ body: (any PartReader) throws(WorkbookFault) -> Void) {
    guard fault == nil else { return }
    heard = fed
    do {
      try body(part)
    } catch {
      fault = error
      _ = XML_StopParser(parser, 0)
    }
  }
}

extension Archive {
  func read(_ name: String, by part: some PartReader) throws(WorkbookFault) {
    let pass = try XMLPass(part)
    try unpack(name) { (piece) throws(WorkbookFault) in try pass.feed(piece) }
    try pass.finish()
  }
}
