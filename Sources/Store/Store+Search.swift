public import Identity
internal import Postgres
public import Rows

/// What search finds. It stands beside the logs, is written soon after them, and may be made anew at any time: so
/// losing the last of it with the machine does no harm, and nobody waits for its commit.
extension Store {
  /// Hits on one page.
  public static let searchPage = 20

  static let searching = [
    "synchronous_commit": "off", "enable_seqscan": "off", "jit": "off", "statement_timeout": "5s",
    "lock_timeout": "5s", "tcp_keepalives_idle": "10", "tcp_keepalives_interval": "3", "tcp_keepalives_count": "3",
  ]

  public func search(_ question: SearchQuestion, then: @escaping Answer<SearchAnswer>) {
    let parameters: [Parameter] = [
      .bigints(question.grams.map(Int64.init)), .texts(question.words.map(\.asPattern)), .text(question.phrase),
      .ids(question.without), question.kinds.map { .texts($0) } ?? .null, .bigint(Int64(question.offset)),
      .bigint(question.now), .id(question.organisation),
    ]
    searcher.execute(statements[.search], parameters) { then($0.map(SearchAnswer.init(rows:))) }
  }

  /// Written together or not at all; none twice. Then the logs of which these are all there was up to there are marked.
  /// Answers those whose mark now stands there.
  public func keep(
    _ writes: [SearchWrite], of stretches: [SearchStretch], edition: Int, then: @escaping Answer<[Identifier]>
  ) {
    var steps: [(Statement, [Parameter])] = []
    if !writes.isEmpty { steps.append((statements[.keepSearch], Self.parameters(writes))) }
    steps.append((statements[.markSearch], Self.parameters(stretches, edition)))
    searcher.transaction(steps) { result in then(result.map { $0[steps.count - 1].map { $0.id(0) } }) }
  }

  /// All there is in a log as of its event `seq`, in the place of what was written before.
  public func keepAll(
    _ writes: [SearchWrite], of log: Identifier, at seq: Int64, edition: Int, then: @escaping Answer<Void>
  ) {
    var steps: [(Statement, [Parameter])] = []
    var rest = writes[...]
    while !rest.isEmpty {
      steps.append((statements[.keepSearch], Self.parameters(Array(rest.prefix(500)))))
      rest = rest.dropFirst(500)
    }
    steps.append(
      (statements[.clearSearch], [.id(log), .bigint(seq), .texts(writes.map(\.row.record))]))
    steps.append(
      (statements[.markSearch], Self.parameters([SearchStretch(log: log, since: 0, till: seq)], edition)))
    searcher.transaction(steps) { result in then(result.map { _ in }) }
  }

  /// Logs that are not written up to their head, and how far they are: -1 where never, or by another rule.
  public func logsToIndex(
    edition: Int, after last: Identifier?,
    then: @escaping Answer<[(log: Identifier, organisation: Identifier, seq: Int64)]>
  ) {
    searcher.execute(statements[.searchDue], [.bigint(Int64(edition)), .id(last)]) { result in
      then(result.map { rows in rows.map { (log: $0.id(0), organisation: $0.id(1), seq: $0.integer(2)) } })
    }
  }

  private static func parameters(_ writes: [SearchWrite]) -> [Parameter] {
    [
      .ids(writes.map(\.log)), .texts(writes.map(\.row.record)), .ids(writes.map(\.organisation)),
      .texts(writes.map(\.row.kind)), .bigints(writes.map(\.seq)), .bigints(writes.map(\.row.at)),
      .bigints(writes.map(\.row.expires)), .texts(writes.map(\.folded)),
      .texts(writes.map { "{\($0.grams.map(String.init).joined(separator: ","))}" }), .jsons(writes.map(\.row.told)),
    ]
  }

  private static func parameters(_ stretches: [SearchStretch], _ edition: Int) -> [Parameter] {
    [
      .ids(stretches.map(\.log)), .bigints(stretches.map(\.since)), .bigints(stretches.map(\.till)),
      .bigint(Int64(edition)),
    ]
  }
}

extension String {
  /// What holds it, as LIKE has it.
  fileprivate var asPattern: String {
    var pattern = "%"
    for character in self {
      if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
      pattern.append(character)
    }
    return pattern + "%"
  }
}

extension SearchAnswer {
  /// The rows of `search.sql`.
  init(rows: Rows) {
    self.init()
    for row in rows {
      if row.integer(0) == 0 {
        counts.append(Count(kind: row.text(1), log: row.id(2), count: Int(row.integer(4))))
      } else {
        hits.append(
          Hit(kind: row.text(1), log: row.id(2), record: row.text(3), at: row.integer(5), told: row.json(6)))
      }
    }
  }
}
