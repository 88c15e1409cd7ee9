/// Words to be looked for at every place of a text: one look at the first character tells nearly always that none of
/// them stands there. Where several do, the first of the list counts.
struct WordList: ExpressibleByArrayLiteral {
  private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// - Parameter words: none of them empty.
  init(arrayLiteral words: String...) {
    byFirst = Dictionary(grouping: words.map { Array($0.unicodeScalars) }) { $0[0] }
  }

  func words(beginningWith first: Unicode.Scalar) -> [[Unicode.Scalar]] { byFirst[first] ?? [] }
}
