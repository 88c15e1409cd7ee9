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

  /// The pairs among `texts` by their places: of each text the `most` it is most like, the likest pairs first. A text
  /// without words is like none.
  public static func all(among texts: [String], most: Int = 3) -> [LikePair] {
    let plain = texts.map(PlainText.init)
    let grams = plain.map { Grams($0) }
    let rarity = Rarity(among: grams)
    let weighed = grams.map(rarity.weigh)
    let postings = Postings(weighed)
    var pairs: [Int: LikePair] = [:]
    for one in texts.indices {
      for (other, likeness) in postings.likest(weighed[one], but: one, most) {
        let (first, second) = (min(one, other), max(one, other))
        pairs[first * texts.count + second] = LikePair(
          one: first, other: second, likeness: likeness, isSame: plain[first] == plain[second])
      }
    }
    return pairs.values.sorted {
      ($0.isSame ? 0 : 1, -$0.likeness, $0.one, $0.other) < ($1.isSame ? 0 : 1, -$1.likeness, $1.one, $1.other)
    }
  }
}

/// Which texts hold a gram, and with which weight.
private struct Postings {
  private var holders: [Int32: [(text: Int, weight: Double)]] = [:]
  private let count: Int

  init(_ texts: [Weighed]) {
    count = texts.count
    for (text, weighed) in texts.enumerated() {
      for (gram, weight) in weighed.weights { holders[gram, default: []].append((text, weight)) }
    }
  }

  /// The texts most like it, the likest first; of equals the first by place.
  func likest(_ text: Weighed, but itself: Int, _ most: Int) -> [(text: Int, likeness: Double)] {
    var sums = [Double](repeating: 0, count: count)
    for (gram, weight) in text.weights {
      for holder in holders[gram] ?? [] { sums[holder.text] += weight * holder.weight }
    }
    let alike = sums.indices.filter { $0 != itself && sums[$0] >= LikePair.least }
    return alike.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(most).map { ($0, min(1, sums[$0])) }
  }
}
