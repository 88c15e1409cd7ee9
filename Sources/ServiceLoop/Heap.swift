internal import CJemalloc

/// How jemalloc, whose malloc is the whole process's, keeps memory.
public enum Heap {
  /// To be called before there is a second thread, and so a second arena. What was freed is kept for the next who asks:
  /// given back to the kernel after a while, as is the default, its pages would be unmapped in the middle of a round
  /// and cleared again one by one, and the loop would wait for it when a thread of the pool gives back an export's.
  public static func arrange() {
    var never = -1
    for name in ["arenas.dirty_decay_ms", "arena.0.dirty_decay_ms"] {
      mallctl(name, nil, nil, &never, MemoryLayout.size(ofValue: never))
    }
  }
}
