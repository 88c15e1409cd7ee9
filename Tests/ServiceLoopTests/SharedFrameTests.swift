import Testing

@testable import ServiceLoop

@Suite struct `A shared frame` {
  private func bytes(_ frame: SharedFrame) -> [UInt8] {
    Array(UnsafeBufferPointer(start: frame.wire, count: frame.wireCount))
  }

  @Test(
    arguments: [
      (0, [0x81, 0]), (125, [0x81, 125]), (126, [0x81, 126, 0, 126]), (65_535, [0x81, 126, 0xff, 0xff]),
      (65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] as [(Int, [UInt8])])
  func `carries the shortest header its length allows`(length: Int, header: [UInt8]) {
    let payload = [UInt8](repeating: 7, count: length)
    let frame = SharedFrame(payload)
    #expect(frame.count == length)
    #expect(bytes(frame) == header + payload)
  }

  @Test func `joins segments, or lists values`() {
    let parts = ["{}", "[1]", ""].map { Array($0.utf8) }
    #expect(bytes(SharedFrame(segments: parts)).dropFirst(2).elementsEqual("{}[1]".utf8))
    #expect(bytes(SharedFrame(arrayOf: parts.dropLast())).dropFirst(2).elementsEqual("[{},[1]]".utf8))
    #expect(bytes(SharedFrame(arrayOf: [])).dropFirst(2).elementsEqual("[]".utf8))
    #expect(SharedFrame("复盘").count == 6)
  }
}
