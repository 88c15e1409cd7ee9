import CJemalloc
import Glibc
import Testing

@Suite struct `The heap` {
  /// The order of linking decides it, and nothing else would notice: all works with the C library's, only slower.
  @Test func `is jemalloc's, also for who asks the C library`() throws {
    let before = try read("thread.allocated")
    let block = malloc(1 << 20)
    defer { free(block) }
    let after = try read("thread.allocated")
    #expect(after - before >= 1 << 20)
  }

  private func read(_ name: String) throws -> Int {
    var value = 0
    var size = MemoryLayout.size(ofValue: value)
    try #require(mallctl(name, &value, &size, nil, 0) == 0)
    return value
  }
}
