extension JSONReader {
  /// Reads a number that starts at the next byte, which is a digit or a minus.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONNumber {
    let start = at
    if let short = shortNumber(bytes) { return .int(short) }
    let isNegative = take(Ascii.minus, bytes)
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    let integerStart = at
    let magnitude = try digits(bytes)
    if bytes[integerStart] == Ascii.zero, at - integerStart > 1 {
      throw JSONFault(offset: integerStart, kind: .invalidNumber)
    }
    let isIntegral = try !fractionOrExponent(bytes)
    if isIntegral {
      guard let magnitude, let value = Int64(magnitude: magnitude, isNegative: isNegative) else {
        throw JSONFault(offset: start, kind: .numberOutOfRange)
      }
      return .int(value)
    }
    var text = ""
    for index in start..<at { text.unicodeScalars.append(Unicode.Scalar(bytes[index])) }
    guard let value = Double(text), value.isFinite else { throw JSONFault(offset: start, kind: .numberOutOfRange) }
    return .double(value)
  }

  /// The nearly always: a whole number of up to 18 digits, which needs no look at what may overflow. Nil, and not a step:
  /// another.
  @inline(__always)
  private mutating func shortNumber(_ bytes: Span<UInt8>) -> Int64? {
    var index = at
    var value: Int64 = 0
    while index < bytes.count, case Ascii.zero...Ascii.nine = bytes[index], index - at < 18 {
      value = value &* 10 &+ Int64(bytes[index] &- Ascii.zero)
      index += 1
    }
    guard index > at, index < bytes.count, bytes[at] != Ascii.zero || index == at + 1 else { return nil }
    switch bytes[index] {
    case Ascii.comma, Ascii.closeBrace, Ascii.closeBracket:
      at = index
      return value
    default: return nil
    }
  }

  /// At least one digit; their value, or nil when it does not fit.
  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt64? {
    let start = at
    var value: UInt64? = 0
    while at < bytes.count, case Ascii.zero...Ascii.nine = bytes[at] {
      value = value.flatMap { $0.timesTenPlus(UInt64(bytes[at] - Ascii.zero)) }
      at += 1
    }
    if at == start { throw fault(at < bytes.count ? .invalidNumber : .unexpectedEnd) }
    return value
  }

  private mutating func fractionOrExponent(_ bytes: Span<UInt8>) throws(JSONFault) -> Bool {
    let start = at
    if take(Ascii.dot, bytes) { _ = try digits(bytes) }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      _ = take(Ascii.plus, bytes) || take(Ascii.minus, bytes)
      _ = try digits(bytes)
    }
    return at > start
  }
}

extension UInt64 {
  fileprivate func timesTenPlus(_ digit: UInt64) -> UInt64? {
    let (tens, tooMany) = multipliedReportingOverflow(by: 10)
    let (sum, tooBig) = tens.addingReportingOverflow(digit)
    return tooMany || tooBig ? nil : sum
  }
}

extension Int64 {
  fileprivate init?(magnitude: UInt64, isNegative: Bool) {
    if isNegative {
      guard magnitude <= Int64.min.magnitude else { return nil }
      self = Int64(truncatingIfNeeded: 0 &- magnitude)
    } else {
      guard let value = Int64(exactly: magnitude) else { return nil }
      self = value
    }
  }
}
