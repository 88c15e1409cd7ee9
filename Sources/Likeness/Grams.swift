/// What a text is compared by: its units and the pairs of neighbours among them, as hashes. They are the same on every
/// machine and in every build, so that they may be stored. Those of a short text give the text back: they are as personal
/// as it is, and go with it.
public struct Grams: Sendable, Equatable {
  /// How often each is there.
  public let counts: [Int32: Int]

  public init(_ text: PlainText) {
    var counts: [Int32: Int] = [:]
    for run in text.runs {
      for unit in run { counts[Self.hash([unit]), default: 0] += 1 }
      for (unit, next) in zip(run, run.dropFirst()) { counts[Self.hash([unit, next]), default: 0] += 1 }
    }
    self.counts = counts
  }

  public init(of text: String) { self.init(PlainText(text)) }

  /// Each once, in order: what is stored to find candidates by.
  public var hashes: [Int32] { counts.keys.sorted() }

  public var isEmpty: Bool { counts.isEmpty }

  /// FNV-1a of 32 bits, a zero between units.
  private static func hash(_ units: [String]) -> Int32 {
    var hash: UInt32 = 0x811C_9DC5
    for (index, unit) in units.enumerated() {
      if index > 0 { hash = (hash ^ 0) &* 0x0100_0193 }
      for byte in unit.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return Int32(bitPattern: hash)
  }
}
