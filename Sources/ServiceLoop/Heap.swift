internal import CJemalloc

/// The heap of the whole process: jemalloc's.
enum Heap {
  /// Milliseconds after which memory that nobody uses begins to go back to the system. jemalloc's own ten seconds leave
  /// a server whose crowd has gone at twice its size; none at all costs 7 % more CPU under load.
  static let patience = 1_000

  /// To be called before there is a second thread: arenas made from then on take over what the first has.
  static func giveBackSoon() {
    var patience = patience
    for arena in ["arena.0", "arenas"] {
      let failed = mallctl("\(arena).dirty_decay_ms", nil, nil, &patience, MemoryLayout.size(ofValue: patience))
      precondition(failed == 0, "the heap is not jemalloc's")
    }
  }
}
