extension SearchQuery {
  /// What is shown of a text besides its title: the first line that holds one of the words, and no more of it than one
  /// takes in; of a text that holds none, its first line.
  public func line(of text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: holds) ?? lines.first else { return "" }
    return cut(line)
  }

  private static let before = 40
  private static let most = 160

  private func holds(_ line: Substring) -> Bool {
    let folded = SearchText(String(line)).folded
    return words.contains { folded.contains($0) }
  }

  /// From a little before the match on. Folding may change how long a text is: the place is found by halves.
  private func cut(_ line: Substring) -> String {
    guard line.count > Self.most else { return String(line) }
    var (first, end) = (0, line.count)
    // The shortest beginning that holds a word ends with it.
    guard holds(line) else { return line.prefix(Self.most) + "…" }
    while first < end {
      let middle = (first + end) / 2
      if holds(line.prefix(middle)) { end = middle } else { first = middle + 1 }
    }
    let begin = max(0, first - Self.before)
    let shown = line.dropFirst(begin).prefix(Self.most)
    return (begin > 0 ? "…" : "") + shown + (begin + Self.most < line.count ? "…" : "")
  }
}
