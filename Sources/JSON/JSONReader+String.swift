extension JSONReader {
  /// Reads a string whose opening quote is the next byte.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> String {
    let start = at + 1
    guard let plain = try plainString(bytes) else { return try escapedString(bytes, start: start) }
    return try text(plain.place, isASCII: plain.isASCII, bytes)
  }

  /// Where a string stands whose opening quote is the next byte, and which has no escapes. Nil: it has, and `at` is at the
  /// first.
  @inline(__always)
  mutating func plainString(_ bytes: Span<UInt8>) throws(JSONFault) -> (place: Range<Int>, isASCII: Bool)? {
    let start = at + 1
    var index = start
    var all: UInt64 = 0
    // Eight bytes at a time, up to the one to stop at; only at the text's end one by one.
    while index + 8 <= bytes.count {
      let word = JSONEscape.word(index, bytes)
      let stops = JSONEscape.stops(in: word)
      if stops != 0 {
        let length = stops.trailingZeroBitCount / 8
        all |= word & JSONEscape.mask(length)
        index += length
        break
      }
      all |= word
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Ascii.quote {
        at = index + 1
        return (start..<index, all & JSONEscape.highs == 0)
      }
      if byte == Ascii.backslash {
        at = index
        return nil
      }
      guard byte >= 0x20 else { throw JSONFault(offset: index, kind: .controlCharacter) }
      all |= UInt64(byte)
      index += 1
    }
    throw JSONFault(offset: index, kind: .unexpectedEnd)
  }

  func text(_ place: Range<Int>, isASCII: Bool, _ bytes: Span<UInt8>) throws(JSONFault) -> String {
    // ASCII needs no validation.
    if isASCII { return unsafe String(copying: UTF8Span(unchecked: bytes.extracting(place), isKnownASCII: true)) }
    return try utf8(bytes.extracting(place), offset: place.lowerBound)
  }

  /// The slower road, for a string with at least one escape, whose first stands at `at`.
  mutating func escapedString(_ bytes: Span<UInt8>, start: Int) throws(JSONFault) -> String {
    var unescaped: [UInt8] = []
    var runStart = start
    while at < bytes.count {
      switch bytes[at] {
      case Ascii.quote:
        unescaped.append(contentsOf: try utf8(bytes.extracting(runStart..<at), offset: runStart).utf8)
        at += 1
        return String(decoding: unescaped, as: UTF8.self)
      case Ascii.backslash:
        unescaped.append(contentsOf: try utf8(bytes.extracting(runStart..<at), offset: runStart).utf8)
        try escape(bytes, into: &unescaped)
        runStart = at
      case 0..<0x20: throw fault(.controlCharacter)
      default: at += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func escape(_ bytes: Span<UInt8>, into unescaped: inout [UInt8]) throws(JSONFault) {
    guard at + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    let letter = bytes[at + 1]
    switch letter {
    case Ascii.quote, Ascii.backslash, UInt8(ascii: "/"): unescaped.append(letter)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape(bytes)
      unescaped.append(contentsOf: UTF8.encode(scalar)!)
      return
    default: throw fault(.invalidEscape)
    }
    at += 2
  }

  /// Reads `\uXXXX`, or two of them that make a pair; `at` is at the backslash.
  private mutating func unicodeEscape(_ bytes: Span<UInt8>) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexUnit(bytes, at: at)
    if first == 0 { throw fault(.nul) }
    if let scalar = Unicode.Scalar(first) {
      at += 6
      return scalar
    }
    guard UTF16.isLeadSurrogate(first), at + 7 < bytes.count, bytes[at + 6] == Ascii.backslash,
      bytes[at + 7] == UInt8(ascii: "u")
    else { throw fault(.loneSurrogate) }
    let second = try hexUnit(bytes, at: at + 6)
    guard UTF16.isTrailSurrogate(second) else { throw fault(.loneSurrogate) }
    at += 12
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private func hexUnit(_ bytes: Span<UInt8>, at backslash: Int) throws(JSONFault) -> UInt16 {
    guard backslash + 6 <= bytes.count else { throw JSONFault(offset: bytes.count, kind: .unexpectedEnd) }
    var unit: UInt16 = 0
    for index in backslash + 2..<backslash + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80 else {
        throw JSONFault(offset: index, kind: .invalidEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private func utf8(_ bytes: Span<UInt8>, offset: Int) throws(JSONFault) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      throw JSONFault(offset: offset + error.byteOffsets.lowerBound, kind: .invalidUTF8)
    }
  }
}
