/// A text as search sees it: NFKC and lower case, and nothing left out, so that what is typed is found wherever it
/// stands. (`PlainText` leaves out what tells little of likeness.)
public struct SearchText: Sendable, Equatable {
  /// Every blank as one, lines kept apart.
  public let folded: String

  public init(_ text: String) {
    var folded = String.UnicodeScalarView()
    var gap: Unicode.Scalar?
    for scalar in text.composedAlike.lowercased().unicodeScalars {
      if scalar.endsLine {
        gap = "\n"
      } else if scalar.isBlank {
        gap = gap ?? " "
      } else if scalar != "\0" {  // PostgreSQL stores no NUL.
        if let gap, !folded.isEmpty { folded.append(gap) }
        gap = nil
        folded.append(scalar)
      }
    }
    self.folded = String(folded)
  }

  /// Of the characters and of the pairs of neighbours, none across a blank: each once, in order. `seed` tells apart what
  /// is to have no hash in common. What holds a text has all of its grams.
  public func grams(seed: UInt64) -> [Int32] {
    var grams: Set<Int32> = []
    for word in words {
      grams.formUnion(word.indices.map { Self.hash(word[$0...$0], seed) })
      grams.formUnion(Self.pairs(word, seed))
    }
    return grams.sorted()
  }

  /// The fewest that what holds all words of this text must have: their pairs, and words of one character.
  public func neededGrams(seed: UInt64) -> [Int32] {
    words.reduce(into: Set<Int32>()) { grams, word in
      grams.formUnion(word.count == 1 ? [Self.hash(word[...], seed)] : Self.pairs(word, seed))
    }.sorted()
  }

  private var words: [[Unicode.Scalar]] {
    folded.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Array.init)
  }

  private static func pairs(_ word: [Unicode.Scalar], _ seed: UInt64) -> [Int32] {
    word.indices.dropLast().map { hash(word[$0...$0 + 1], seed) }
  }

  /// The same on every machine and in every build, as they are stored: FNV-1a of 64 bits, folded.
  private static func hash(_ scalars: ArraySlice<Unicode.Scalar>, _ seed: UInt64) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for scalar in scalars {
      for shift in stride(from: 0, to: 32, by: 8) {
        hash = (hash ^ UInt64(scalar.value >> UInt32(shift) & 0xFF)) &* 0x100_0000_01B3
      }
    }
    return Int32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

extension Unicode.Scalar {
  fileprivate var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Most characters are Chinese, and the tables need not be asked about them.
  fileprivate var isBlank: Bool { value <= 0x3000 && properties.isWhitespace }
}

/// What somebody looks for.
public struct SearchQuery: Sendable, Equatable {
  public let text: SearchText

  public init(_ text: String) { self.text = SearchText(text) }

  /// As it was typed: what holds it whole stands before what holds its words apart.
  public var phrase: String { text.folded }
  public var words: [String] { text.folded.split { $0 == " " || $0 == "\n" }.map(String.init) }
  /// Of one character alone too much is found.
  public var isLongEnough: Bool { phrase.unicodeScalars.count >= 2 }
}
