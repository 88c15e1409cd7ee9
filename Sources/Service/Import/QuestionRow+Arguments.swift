import JSON
import Metrics

extension [QuestionRow] {
  /// Arguments of `questions.import`, one for each question. What several users ask in the same words at the same time is
  /// one question, which each of the others asked once more.
  ///
  /// - Parameter origin: when the show began: the time of a question of which the file tells none.
  func asked(from origin: Int64) -> [JSON] {
    var asked: [(row: QuestionRow, users: [String?])] = []
    var places: [Words: Int] = [:]
    for row in self {
      let words = Words(askedAt: row.askedAt, text: row.text)
      if let place = places[words] {
        if !asked[place].users.contains(row.user) { asked[place].users.append(row.user) }
      } else {
        places[words] = asked.count
        asked.append((row, [row.user]))
      }
    }
    return asked.map { $0.row.arguments(origin: origin, plus: $0.users.count - 1) }
  }

  private struct Words: Hashable {
    let askedAt: Int64?
    let text: String
  }
}

extension QuestionRow {
  fileprivate func arguments(origin: Int64, plus: Int) -> JSON {
    .fields([
      ("askedAt", .number(.int(askedAt ?? origin))), ("text", .string(text)), ("source", source.map(JSON.string)),
      ("group", group.map(JSON.string)), ("user", user.map(JSON.string)), ("product", product.map(JSON.string)),
      ("category", category.map(JSON.string)), ("urgency", urgency.map(JSON.string)),
      ("plus", plus > 0 ? .int(plus) : nil),
    ])
  }
}
