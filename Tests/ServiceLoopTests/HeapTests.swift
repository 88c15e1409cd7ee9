import CJemalloc
import Glibc
import Testing

@testable import ServiceLoop

@Suite struct `The heap` {
  /// The order of linking decides it, and nothing else would notice: all works with the C library's, only slower.
  @Test func `is jemalloc's, also for who asks the C library`() throws {
    let before: Int = try read("thread.allocated")
    let block = malloc(1 << 20)
    defer { free(block) }
    let after: Int = try read("thread.allocated")
    #expect(after - before >= 1 << 20)
  }

  @Test @ServiceLoop func `gives back on the loop's thread what nobody has used for a second`() throws {
    let arena: UInt32 = try read("thread.arena")
    #expect(try read("arena.\(arena).dirty_decay_ms") == Heap.patience)
  }

  private func read<T: FixedWidthInteger>(_ name: String) throws -> T {
    var value: T = 0
    var size = MemoryLayout<T>.size
    try #require(mallctl(name, &value, &size, nil, 0) == 0)
    return value
  }
}
