import Identity
import JSON
import Metrics
import Tables

/// A list of shows: for each row the show it speaks of. Pure: runs on any thread.
struct ListPlan: Sendable {
  let rows: [Row]

  struct Row: Sendable {
    /// Among the rows that were read, from 0.
    let index: Int
    let show: ShowRow
    let match: Match
  }

  enum Match: Sendable {
    case known(Identifier, title: String)
    case new
    /// It begins when one of these does, under another title, and nobody has said which it is.
    case ask([KnownShow<Identifier>])
    /// Somebody said so.
    case skip
    /// Somebody removed it, whatever had made it: it is not added once more.
    case removed
    /// A show of a few seconds is a button pressed too early, and is left out.
    case falseStart(isMerged: Bool)
  }

  private let all: [ShowRow]
  private let known: ChannelShows
  private let file: Identifier

  init(_ part: FilePart, _ agreement: FileAgreement, of file: Identifier, among known: ChannelShows) {
    if case .list(let rows) = part.content {
      self.init(rows, agreement, file, known)
    } else {
      self.init([], agreement, file, known)
    }
  }

  init(
    _ all: [ShowRow], _ agreement: FileAgreement, _ file: Identifier, _ known: ChannelShows
  ) {
    (self.all, self.known, self.file) = (all, known, file)
    let merged = agreement.mergesFalseStarts ? all.mergingFalseStarts() : all
    let byLine = Dictionary(merged.map { ($0.line, $0) }) { first, _ in first }
    let byID = Dictionary(known.shows.map { ($0.id, $0) }) { first, _ in first }
    var rows: [Row] = []
    var others: [(index: Int, show: ShowRow)] = []
    var made: Set<Identifier> = []
    for (index, row) in all.enumerated() {
      let own = file.show(ofLine: row.line).log
      if row.isFalseStart {
        rows.append(Row(index: index, show: row, match: .falseStart(isMerged: byLine[row.line] == nil)))
      } else if known.removed.contains(own) {
        rows.append(Row(index: index, show: row, match: .removed))
      } else if let show = byID[own] {
        made.insert(show.id)
        rows.append(Row(index: index, show: byLine[row.line] ?? row, match: .known(show.id, title: show.title)))
      } else {
        others.append((index, byLine[row.line] ?? row))
      }
    }
    let matches = ShowMatching(others.map(\.show), among: known.shows.filter { !made.contains($0.id) }).matches
    let removed = others.removed(matches, among: known.removedByHand)
    rows += zip(others, matches).map { row, match in
      Row(
        index: row.index, show: row.show,
        match: removed.contains(row.index) ? .removed : Match(match, agreement.answers[row.index], byID))
    }
    self.rows = rows.sorted { $0.index < $1.index }
  }

  /// The same once people have said what they were asked.
  func answered(_ agreement: FileAgreement) -> ListPlan { ListPlan(all, agreement, file, known) }

  /// Something must be answered before it is stored.
  var asks: Bool { rows.contains { if case .ask = $0.match { true } else { false } } }
}

extension [(index: Int, show: ShowRow)] {
  /// Which of those that are no show which is there are beyond doubt one that a person removed.
  fileprivate func removed(
    _ matches: [ShowMatching<Identifier>.Match], among removed: [KnownShow<Identifier>]
  ) -> Set<Int> {
    let rest = zip(self, matches).filter { if case .known = $1 { false } else { true } }.map(\.0)
    let found = ShowMatching(rest.map(\.show), among: removed).matches
    return Set(zip(rest, found).filter { if case .known = $1 { true } else { false } }.map(\.0.index))
  }
}

extension Identifier {
  /// Of a file: the command that adds the show on that line of it, and that show's log.
  func show(ofLine line: Int) -> (command: Identifier, log: Identifier) {
    let command = derived(step: 4, "\(line)")
    return (command, command.derived(step: 3))
  }
}

extension ListPlan.Match {
  fileprivate init(
    _ match: ShowMatching<Identifier>.Match, _ answer: FileAgreement.Answer?,
    _ known: [Identifier: KnownShow<Identifier>]
  ) {
    switch (answer, match) {
    case (.skip, _): self = .skip
    case (.new, .ask): self = .new
    case (.log(let log), .ask) where known[log] != nil: self = .known(log, title: known[log]?.title ?? "")
    case (_, .known(let log)): self = .known(log, title: known[log]?.title ?? "")
    case (_, .new): self = .new
    case (_, .ask(let logs)): self = .ask(logs.compactMap { known[$0] })
    }
  }
}
