/// Which texts hold a gram, and with which weight: whatever a text is like is found by the grams they share.
struct Postings {
  private struct Holder {
    let text: Int
    let weight: Double
  }

  /// By place of the gram.
  private var holders: [[Holder]] = []
  /// By place of the text: its grams, and their weights.
  private var texts: [[(gram: Int, weight: Double)]]
  /// What one text has in common with each, while that is summed up.
  private var sums: [Double]

  init(_ weighed: [Weighed]) {
    var places: [Int32: Int] = [:]
    texts = []
    texts.reserveCapacity(weighed.count)
    for (text, one) in weighed.enumerated() {
      var grams: [(gram: Int, weight: Double)] = []
      grams.reserveCapacity(one.weights.count)
      // In an order of its own, so that the same texts give the same sums.
      for (gram, weight) in one.weights.sorted(by: { $0.key < $1.key }) {
        let place = places[gram] ?? holders.count
        if place == holders.count {
          places[gram] = place
          holders.append([])
        }
        holders[place].append(Holder(text: text, weight: weight))
        grams.append((place, weight))
      }
      texts.append(grams)
    }
    sums = [Double](repeating: 0, count: weighed.count)
  }

  /// The texts most like it, the likest first; of equals the first by place.
  mutating func likest(_ text: Int, _ most: Int) -> [(text: Int, likeness: Double)] {
    for (gram, weight) in texts[text] {
      for holder in holders[gram] { sums[holder.text] += weight * holder.weight }
    }
    var likest: [(text: Int, likeness: Double)] = []
    for other in sums.indices {
      let likeness = sums[other]
      sums[other] = 0
      guard other != text, likeness >= LikePair.least else { continue }
      let place = likest.firstIndex { $0.likeness < likeness } ?? likest.count
      if place < most { likest.insert((other, likeness), at: place) }
      if likest.count > most { likest.removeLast() }
    }
    return likest.map { ($0.text, min(1, $0.likeness)) }
  }
}
