// Foundation for the logarithm only.
import Foundation

/// How much each gram tells, among texts of one kind: what stands in few of them tells much.
public struct Rarity: Sendable {
  private let texts: Int
  /// In how many of the texts a gram stands.
  private let holders: [Int32: Int]

  /// `holders`: in how many of `texts` texts each gram stands; one that is not named stands in none.
  public init(texts: Int, holders: [Int32: Int]) {
    self.texts = texts
    self.holders = holders
  }

  public init(among texts: some Collection<Grams>) {
    var holders: [Int32: Int] = [:]
    for grams in texts { for gram in grams.counts.keys { holders[gram, default: 0] += 1 } }
    self.init(texts: texts.count, holders: holders)
  }

  /// Never zero: a gram of every text tells little, and not nothing.
  public func weight(of gram: Int32) -> Double { log(Double(1 + texts) / Double(1 + holders[gram, default: 0])) + 1 }

  public func weigh(_ grams: Grams) -> Weighed { weigh(grams, without: []) }

  /// As if those grams stood in no text.
  func weigh(_ grams: Grams, without left: Set<Int32>) -> Weighed {
    Weighed(
      grams.counts.reduce(into: [:]) { weights, gram in
        if !left.contains(gram.key) { weights[gram.key] = Double(gram.value) * weight(of: gram.key) }
      })
  }

  /// The grams of the most texts, without which no more than `most` pairs of texts share a gram, each counted for each
  /// gram they share. They tell least, and cost most.
  func commonest(beyond most: Int) -> Set<Int32> {
    var left = most
    let inOrder = holders.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let kept = inOrder.prefix { gram in
      left -= gram.value * gram.value
      return left >= 0
    }
    return Set(inOrder.dropFirst(kept.count).map(\.key))
  }
}

/// A text's grams by weight, of length 1: what two of them have in common is how alike the texts are.
public struct Weighed: Sendable {
  let weights: [Int32: Double]

  fileprivate init(_ raw: [Int32: Double]) {
    let length = raw.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    weights = length > 0 ? raw.mapValues { $0 / length } : [:]
  }

  /// The cosine: 0 where they share nothing, 1 where they are the same.
  public func likeness(to other: Weighed) -> Double {
    let (few, many) = weights.count < other.weights.count ? (self, other) : (other, self)
    return few.weights.reduce(0) { $0 + $1.value * many.weights[$1.key, default: 0] }
  }
}
