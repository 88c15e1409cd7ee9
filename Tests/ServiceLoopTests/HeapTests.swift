import CJemalloc
import Glibc
import Testing

@Suite struct `The heap` {
  /// The order of linking decides it, and nothing else would notice: all works with the C library's, only slower.
  @Test func `is jemalloc's, also for who asks the C library`() throws {
    let before = try taken()
    let block = malloc(1 << 20)
    defer { free(block) }
    let after = try taken()
    #expect(after - before >= 1 << 20)
  }

  /// Bytes that jemalloc has given to this thread so far.
  private func taken() throws -> UInt64 {
    var bytes: UInt64 = 0
    var size = MemoryLayout.size(ofValue: bytes)
    try #require(mallctl("thread.allocated", &bytes, &size, nil, 0) == 0)
    return bytes
  }
}
