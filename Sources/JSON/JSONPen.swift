/// Writes into a stretch of memory that is not there yet, as far as the array it belongs to knows: without asking the
/// array about every byte. It traps at the end of the stretch.
@safe struct JSONPen {
  private let room: UnsafeMutableBufferPointer<UInt8>
  /// Bytes written: all of the first so many are initialized.
  private(set) var count = 0

  /// `room` must outlive the pen.
  init(_ room: UnsafeMutableBufferPointer<UInt8>) { unsafe self.room = room }

  @inline(__always)
  mutating func byte(_ value: UInt8) {
    unsafe precondition(count < room.count)
    // In bounds by the line above.
    unsafe room.baseAddress.unsafelyUnwrapped[count] = value
    count += 1
  }

  mutating func literal(_ word: StaticString) {
    // A literal of more than one scalar stands in the program's memory.
    unsafe copy(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Lets `body` write, into what is left of the stretch.
  @inline(__always)
  mutating func lend(_ body: (inout OutputSpan<UInt8>) -> Void) {
    // The rest of the stretch; nothing of it is initialized.
    let rest = unsafe UnsafeMutableBufferPointer(rebasing: room[count...])
    var output = unsafe OutputSpan(buffer: rest, initializedCount: 0)
    body(&output)
    unsafe count += output.finalize(for: rest)
  }

  /// A name that holds nothing to be escaped, its quotes and its colon.
  @inline(__always)
  mutating func key(_ key: StaticString) {
    byte(Ascii.quote)
    // A literal of more than one scalar stands in the program's memory.
    unsafe copy(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    byte(Ascii.quote)
    byte(Ascii.colon)
  }

  /// A text that holds nothing to be escaped.
  @inline(__always)
  mutating func string(_ text: String) {
    byte(Ascii.quote)
    let utf8 = text.utf8
    unsafe utf8.span.withUnsafeBufferPointer { unsafe copy($0) }
    byte(Ascii.quote)
  }

  /// The last digit first, then turned round: a division by the constant ten is a multiplication.
  mutating func number(_ value: Int64) {
    if value < 0 { byte(Ascii.minus) }
    let start = count
    var rest = value.magnitude
    repeat {
      byte(Ascii.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    // Only bytes written since `start`.
    var digits = unsafe UnsafeMutableBufferPointer(rebasing: room[start..<count])
    unsafe digits.reverse()
  }

  @inline(__always)
  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    unsafe precondition(count + bytes.count <= room.count)
    // In bounds by the line above; an array's spare memory and a text never overlap.
    unsafe (room.baseAddress.unsafelyUnwrapped + count).update(from: from, count: bytes.count)
    count += bytes.count
  }
}
