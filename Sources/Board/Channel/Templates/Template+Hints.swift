import JSON

extension Template {
  /// What a team says of its phases in place of what is usual, where it says anything.
  public struct Hints: Sendable, Equatable, Codable {
    /// While cards are written face down.
    public let collect: String?
    public let vote: String?
    public let solve: String?

    /// Nil where nothing is said.
    init?(collect: String?, vote: String?, solve: String?) {
      if collect == nil && vote == nil && solve == nil { return nil }
      self.collect = collect
      self.vote = vote
      self.solve = solve
    }

    func write(into json: inout JSONWriter) {
      json.member("collect", collect)
      json.member("vote", vote)
      json.member("solve", solve)
    }

    /// As an argument.
    var told: JSON {
      var told = JSONObject()
      told["collect"] = collect.map(JSON.string)
      told["vote"] = vote.map(JSON.string)
      told["solve"] = solve.map(JSON.string)
      return .object(told)
    }
  }
}

extension Argument<Template.Hints?> {
  /// Nil where none are told.
  static var hintsOfTemplate: Argument {
    .optional(.object("hints", words), or: nil)
  }

  private static var words: Argument {
    .group(
      .optional(.text("collect", 1...40)), .optional(.text("vote", 1...40)), .optional(.text("solve", 1...40))
    ) { Template.Hints(collect: $0, vote: $1, solve: $2) }
  }
}
