internal import CZlib

/// Bytes as a browser that accepts gzip may have them. Done once a file, when it is read.
enum Gzip {
  /// Nil where it would not save anything worth a header: small files, and those compressed already.
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 256, bytes.count <= Int(UInt32.max) else { return nil }
    var stream = z_stream()
    guard aftershow_gzip_begin(&stream) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib reads `next_in` only, though its type does not say so; both buffers outlive the one call.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
      }
    }
    return packed.isEmpty || packed.count > bytes.count - bytes.count / 10 ? nil : packed
  }

  /// Whether an `Accept-Encoding` names gzip and does not rule it out by `q=0`.
  static func isAccepted(_ header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { choice in
      let parts = choice.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard parts.first == "gzip" else { return false }
      return !parts.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
    }
  }
}
