import CJemalloc
import Glibc
import Testing

@testable import ServiceLoop

@Suite struct `The heap` {
  /// The order of linking decides it, and nothing else would notice: all works with the C library's, only slower.
  @Test func `is jemalloc's, also for who asks the C library`() throws {
    let before = try read("thread.allocated")
    let block = malloc(1 << 20)
    defer { free(block) }
    let after = try read("thread.allocated")
    #expect(after - before >= 1 << 20)
  }

  @Test func `gives back on the loop's thread what nobody has used for a second`() async throws {
    let patience = try await onLoop { try read("arena.\(read("thread.arena", as: UInt32.self)).dirty_decay_ms") }
    #expect(patience == Heap.patience)
  }

  @ServiceLoop private func onLoop<T: Sendable>(_ body: @ServiceLoop () throws -> T) rethrows -> T { try body() }

  private func read(_ name: String) throws -> Int { try read(name, as: Int.self) }

  private func read<T: FixedWidthInteger>(_ name: String, as type: T.Type) throws -> T {
    var value: T = 0
    var size = MemoryLayout<T>.size
    try #require(mallctl(name, &value, &size, nil, 0) == 0)
    return value
  }
}
