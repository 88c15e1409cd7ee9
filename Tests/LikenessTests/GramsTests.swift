import Testing

@testable import Likeness

@Suite struct `The grams of a text` {
  @Test func `are its units and the pairs of neighbours within a run`() {
    #expect(Grams(of: "退券码").counts.count == 5)
    // No pair over the mark.
    #expect(Grams(of: "退，券码").counts.count == 4)
    #expect(Grams(of: "码码").counts.values.sorted() == [1, 2])
  }

  /// They are stored: a build that hashed otherwise would find nothing any more.
  @Test func `are the same in every build`() {
    #expect(Grams(of: "退券").hashes == [873_216_740, 961_601_920, 1_763_028_467])
  }

  @Test func `are in order, each once`() {
    let hashes = Grams(of: "开场太慢，开场太慢了").hashes
    #expect(hashes == Set(hashes).sorted())
  }
}
