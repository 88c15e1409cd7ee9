extension UInt64 {
  /// Appends sixteen lower-case hexadecimal digits.
  public func writeHexadecimal(into text: inout OutputSpan<UInt8>) {
    text.append(word: hexadecimalDigits(upper), 8)
    text.append(word: hexadecimalDigits(lower), 8)
  }

  var upper: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
  var lower: UInt32 { UInt32(truncatingIfNeeded: self) }
}

extension OutputSpan<UInt8> {
  /// The first `count` bytes of a word as it lies in memory.
  mutating func append(word: UInt64, _ count: Int) {
    guard freeCapacity >= 8 else {
      for byte in 0..<count { append(UInt8(truncatingIfNeeded: word >> UInt64(8 * byte))) }
      return
    }
    unsafe withUnsafeMutableBufferPointer { buffer, initialized in
      // Eight bytes fit behind those that are initialized, by the guard; as many as are meant count from now on.
      let rest = unsafe UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[initialized...]))
      unsafe rest.storeBytes(of: word.littleEndian, as: UInt64.self)
      initialized += count
    }
  }
}

/// Eight digits of ASCII, the first in the lowest byte: all at once, as the digits are many and the ids are everywhere.
func hexadecimalDigits(_ value: UInt32) -> UInt64 {
  // One byte in each 16 bits, the highest first; then one nibble in each byte, the higher first.
  var word = UInt64(value.byteSwapped)
  word = (word | word << 16) & 0x0000_ffff_0000_ffff
  word = (word | word << 8) & 0x00ff_00ff_00ff_00ff
  word = (word >> 4) & 0x000f_000f_000f_000f | (word << 8) & 0x0f00_0f00_0f00_0f00
  // Past nine, the letters are 39 further than the digits would go on.
  let letters = ((word &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
  return word &+ 0x3030_3030_3030_3030 &+ letters &* 39
}

/// What eight digits of ASCII say, in either case, the first in the lowest byte; nil when they are not all digits.
func hexadecimalValue(_ digits: UInt64) -> UInt32? {
  let letters = (digits >> 6) & 0x0101_0101_0101_0101
  var word = (digits & 0x0f0f_0f0f_0f0f_0f0f &+ letters &* 9) & 0x0f0f_0f0f_0f0f_0f0f
  // One byte in each 16 bits, then all four behind one another, the first lowest.
  word = (word << 4 | word >> 8) & 0x00ff_00ff_00ff_00ff
  word = (word | word >> 8) & 0x0000_ffff_0000_ffff
  let value = UInt32(truncatingIfNeeded: word | word >> 16).byteSwapped
  // Whatever else was there does not come back as it was.
  return hexadecimalDigits(value) == digits | letters << 5 ? value : nil
}

extension Span<UInt8> {
  /// The eight bytes that stand at `index`, the first lowest.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= count)
    // In bounds by the line above, and any eight bytes are a word.
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}
