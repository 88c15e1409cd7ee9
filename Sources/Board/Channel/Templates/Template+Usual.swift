// The templates everyone has. What they are called, and what is asked for under each kind, the page says in its language.
extension Template {
  /// One show's review: what a room goes by that names no other.
  static let review = usual("review", [(.mistake, .mistake), (.puzzle, .puzzle), (.experience, .experience)])

  static let usual: [Template] = [
    review,
    usual("grai", [(.goal, .puzzle), (.result, .mistake), (.analysis, .puzzle), (.insight, .experience)]),
    usual("kiss", [(.keep, .experience), (.improve, .puzzle), (.start, .experience), (.stop, .mistake)]),
    usual("kpt", [(.keep, .experience), (.problem, .mistake), (.attempt, .puzzle)]),
    usual("4l", [(.liked, .experience), (.learned, .experience), (.lacked, .mistake), (.longed, .puzzle)]),
    usual("aar", [(.expected, .puzzle), (.happened, .mistake), (.why, .puzzle), (.next, .experience)]),
  ]

  private static func usual(_ id: String, _ kinds: [(Issue.Kind, Sense)]) -> Template {
    Template(
      id: id, name: nil, kinds: kinds.map { Kind(key: $0.0, name: nil, hint: nil, sense: $0.1) })
  }
}
