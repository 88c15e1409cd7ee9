import JSON

/// What a member has given to each issue; no zeros. A handful stands in a row: one among twenty is found sooner by a
/// walk than by hashing, takes half the memory, and is written in the order it stands in.
public struct Votes: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// In the order of the issues.
  private var entries: [Entry] = []

  private struct Entry: Sendable, Equatable {
    let issue: String
    var votes: Int
  }

  public init(dictionaryLiteral votes: (String, Int)...) {
    for (issue, votes) in votes { self[issue] = votes }
  }

  /// 0: none.
  public subscript(issue: String) -> Int {
    get { entries.first { $0.issue == issue }?.votes ?? 0 }
    set {
      let index = entries.firstIndex { $0.issue >= issue } ?? entries.count
      let isThere = index < entries.count && entries[index].issue == issue
      entries.replaceSubrange(
        index..<(isThere ? index + 1 : index), with: newValue == 0 ? [] : [Entry(issue: issue, votes: newValue)])
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  var total: Int { entries.reduce(0) { $0 + $1.votes } }

  /// Takes back what is over the budget, a vote at a time: from the issue that has most, of equals from the first by
  /// id.
  mutating func giveBack(over budget: Int) {
    for _ in 0..<max(0, total - budget) {
      let most = entries.map(\.votes).max()
      guard let fullest = entries.first(where: { $0.votes == most }) else { return }
      self[fullest.issue] = fullest.votes - 1
    }
  }

  /// Takes back what is over the cap of any.
  mutating func limitEach(to cap: Int) {
    for index in entries.indices { entries[index].votes = min(entries[index].votes, cap) }
    entries.removeAll { $0.votes == 0 }
  }

  func add(to totals: inout [String: Int]) {
    for entry in entries { totals[entry.issue, default: 0] += entry.votes }
  }
}

extension Votes {
  /// An object from issue to number.
  func write(into json: inout JSONWriter) {
    json.object { json in
      for entry in entries {
        json.key(named: entry.issue)
        json.int(entry.votes)
      }
    }
  }

  init(stored cursor: inout JSONCursor) throws {
    try cursor.entries { issue, cursor in entries.append(Entry(issue: issue, votes: try cursor.int())) }
    entries.sort { $0.issue < $1.issue }
  }
}

extension Votes: Codable {
  public init(from decoder: any Decoder) throws {
    entries = try [String: Int](from: decoder).map { Entry(issue: $0, votes: $1) }
      .sorted { $0.issue < $1.issue }
  }

  public func encode(to encoder: any Encoder) throws {
    try Dictionary(uniqueKeysWithValues: entries.map { ($0.issue, $0.votes) }).encode(to: encoder)
  }
}
