/// Two texts that seem to say the same.
public struct LikePair: Sendable, Equatable {
  /// The first by place, and the other.
  public let one: Int
  public let other: Int
  /// From `LikePair.least` to 1.
  public let likeness: Double
  /// Whether nothing distinguishes them but marks, numbers and what colours a sentence.
  public let isSame: Bool
}

extension LikePair {
  /// Below it two texts are rather not about the same.
  public static let least = 0.25

  /// Characters that are read of all texts together: where there are more, of each its beginning.
  public static let mostCharacters = 40_000

  /// Pairs of texts that are looked at together, for each gram they share: where there are more, what stands in the most
  /// texts counts in none.
  static let mostShared = 5_000_000

  /// The pairs among `texts` by their places: of each text the `most` it is most like, the likest pairs first. A text
  /// without words is like none. The work is bounded, whatever they say.
  public static func all(among texts: [String], most: Int = 3) -> [LikePair] {
    let length = mostCharacters / max(1, texts.count)
    let begun = texts.map { $0.prefix(length) }
    let plain = begun.map { PlainText(String($0)) }
    let grams = plain.map { Grams($0) }
    let rarity = Rarity(among: grams)
    let commonest = rarity.commonest(beyond: mostShared)
    var postings = Postings(grams.map { rarity.weigh($0, without: commonest) })
    var pairs: [Int: LikePair] = [:]
    for one in texts.indices {
      for (other, likeness) in postings.likest(one, most) {
        let (first, second) = (min(one, other), max(one, other))
        let key = first * texts.count + second
        guard pairs[key] == nil else { continue }
        let isSame =
          plain[first] == plain[second]
          && texts[first][begun[first].endIndex...] == texts[second][begun[second].endIndex...]
        pairs[key] = LikePair(one: first, other: second, likeness: likeness, isSame: isSame)
      }
    }
    return pairs.values.sorted {
      ($0.isSame ? 0 : 1, -$0.likeness, $0.one, $0.other) < ($1.isSame ? 0 : 1, -$1.likeness, $1.one, $1.other)
    }
  }
}
