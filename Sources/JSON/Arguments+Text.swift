extension Arguments {
  /// Words a person typed: brought to Unicode NFC, space around them trimmed, `length` counted in code points.
  /// Control characters are refused, but for line ends and tabs where `multiline`.
  public mutating func text(_ field: String, _ length: ClosedRange<Int>, multiline: Bool = false)
    throws(ArgumentFault) -> String
  {
    guard let json = json(field) else { throw fault(field, .missing) }
    return try text(json, field, length, multiline)
  }

  /// As `text`, nil when absent, null or empty.
  public mutating func optionalText(_ field: String, _ length: ClosedRange<Int>, multiline: Bool = false)
    throws(ArgumentFault) -> String?
  {
    guard let json = json(field) else { return nil }
    let text = try text(json, field, 0...length.upperBound, multiline)
    if text.isEmpty { return nil }
    if length.lowerBound > 1, text.unicodeScalars.count < length.lowerBound {
      throw fault(field, .tooShort(limit: length.lowerBound))
    }
    return text
  }

  public mutating func texts(_ field: String, _ count: ClosedRange<Int>, each length: ClosedRange<Int>)
    throws(ArgumentFault) -> [String]
  {
    var result: [String] = []
    for (index, json) in try elements(field, count).enumerated() {
      result.append(try text(json, "\(field)[\(index)]", length, false))
    }
    return result
  }

  /// A name made by a machine: 1 to 64 of `A–Z a–z 0–9 _ - . :`.
  public mutating func id(_ field: String) throws(ArgumentFault) -> String {
    try required(field, optionalID(field))
  }

  public mutating func optionalID(_ field: String) throws(ArgumentFault) -> String? {
    guard let json = json(field) else { return nil }
    return try id(json, field)
  }

  /// Ids, each at most once.
  public mutating func ids(_ field: String, _ count: ClosedRange<Int>) throws(ArgumentFault) -> [String] {
    var result: [String] = []
    for (index, json) in try elements(field, count).enumerated() {
      let id = try id(json, "\(field)[\(index)]")
      if result.contains(id) { throw fault("\(field)[\(index)]", .invalid) }
      result.append(id)
    }
    return result
  }

  private func id(_ json: JSON, _ field: String) throws(ArgumentFault) -> String {
    guard case .string(let id) = json else { throw fault(field, .wrongType) }
    guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy(Self.mayBeInID) else { throw fault(field, .invalid) }
    return id
  }

  private static func mayBeInID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), Ascii.zero...Ascii.nine: true
    case UInt8(ascii: "_"), Ascii.minus, Ascii.dot, Ascii.colon: true
    default: false
    }
  }

  private func text(_ json: JSON, _ field: String, _ length: ClosedRange<Int>, _ multiline: Bool)
    throws(ArgumentFault) -> String
  {
    guard case .string(let raw) = json else { throw fault(field, .wrongType) }
    // Before the costlier work: what is far too long stays unread. NFC at most shortens to a third.
    if raw.utf8.count > length.upperBound * 12 + 64 { throw fault(field, .tooLong(limit: length.upperBound)) }
    if let count = Typed.plainLength(raw) {
      try check(count, field, length)
      return raw
    }
    let text = Typed.clean(raw)
    guard text.unicodeScalars.allSatisfy({ Typed.isAllowed($0, multiline: multiline) }) else {
      throw fault(field, .invalid)
    }
    try check(text.unicodeScalars.count, field, length)
    return text
  }

  private func check(_ count: Int, _ field: String, _ length: ClosedRange<Int>) throws(ArgumentFault) {
    if count > length.upperBound { throw fault(field, .tooLong(limit: length.upperBound)) }
    if count < length.lowerBound { throw fault(field, count == 0 ? .missing : .tooShort(limit: length.lowerBound)) }
  }
}
