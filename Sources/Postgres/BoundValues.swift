/// Parameters laid out as libpq wants them: one run of bytes, with offset and length of each value in it.
struct BoundValues {
  private var bytes: [UInt8] = [0]
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []

  init(_ parameters: [Parameter]) {
    bytes.reserveCapacity(1 + parameters.reduce(0) { $0 + ($1.bytes?.count ?? 0) })
    for parameter in parameters {
      offsets.append(parameter.bytes == nil ? nil : bytes.count)
      lengths.append(Int32(parameter.bytes?.count ?? 0))
      if let value = parameter.bytes { bytes.append(contentsOf: value) }
    }
  }

  /// `body` is given count, values, lengths and formats (all binary); the pointers live as long as the call.
  func withPointers<Value>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
  ) -> Value {
    bytes.withUnsafeBytes { raw in
      // The run is never empty, so it has an address; every offset lies in it, or just behind it for an empty value,
      // whose length is 0.
      let start = raw.baseAddress!.assumingMemoryBound(to: CChar.self)
      let values = offsets.map { offset in offset.map { start + $0 } }
      let formats = [Int32](repeating: 1, count: offsets.count)
      return values.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(Int32(values.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }
}
