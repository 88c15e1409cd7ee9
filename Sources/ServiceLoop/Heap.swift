internal import CMalloc

/// How the C library keeps the process's memory.
public enum Heap {
  /// To be called before there is a second thread. glibc gives each thread a heap of its own, which grows and shrinks a
  /// page at a time, by a call of the kernel each; the loop makes nearly everything, and takes it from the one that grows
  /// by the megabyte.
  public static func arrange() {
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_TOP_PAD, 1 << 20)
    mallopt(M_TRIM_THRESHOLD, 16 << 20)
    // A snapshot's bytes come and go: mapped each time, each of their pages would be cleared each time.
    mallopt(M_MMAP_THRESHOLD, 8 << 20)
  }
}
