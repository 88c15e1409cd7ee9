// C calls these, from within XML_Parse only. `context` is the `XMLPass` whose parser it is: it owns the parser and calls
// XML_Parse itself, so it is alive.
internal import CExpat

private func pass(_ context: UnsafeMutableRawPointer?) -> XMLPass? {
  context.map { Unmanaged<XMLPass>.fromOpaque($0).takeUnretainedValue() }
}

func elementOpened(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let pass = pass(context), let name else { return }
  pass.meet { (part) throws(WorkbookFault) in
    // Expat's strings last as long as this call, and so do the attributes.
    try part.open(XMLAttributes.local(name), XMLAttributes(attributes))
  }
}

func elementClosed(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let pass = pass(context), let name else { return }
  pass.meet { (part) throws(WorkbookFault) in try part.close(XMLAttributes.local(name)) }
}

func textCame(_ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let pass = pass(context), let text, count > 0 else { return }
  // `count` bytes, not ended by a zero, valid during this call.
  text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    pass.meet { (part) in part.text(UnsafeBufferPointer(start: bytes, count: Int(count))) }
  }
}

func documentTypeDeclared(
  _ context: UnsafeMutableRawPointer?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: Int32
) {
  pass(context)?.meet { (_) throws(WorkbookFault) in throw .documentType }
}
