import Board
import Identity
import Likeness
import Rows

/// What an append means for search.
struct SearchAppend: Sendable {
  let log: Identifier
  let organisation: Identifier
  /// The events it brought: those behind `since` up to `till`.
  let since: Int64
  let till: Int64
  let rows: [SearchRow]

  /// Nil: of a log in which search finds nothing.
  init?(_ append: Append) {
    guard LogKind(rawValue: append.kind)?.isSearched == true else { return nil }
    (log, organisation, rows) = (append.log, append.organisation, append.searchRows)
    (since, till) = (append.head, append.standing.head)
  }
}

extension SearchWrite {
  init(_ row: SearchRow, of log: Identifier, in organisation: Identifier, at seq: Int64) {
    let text = SearchText(row.words ?? "")
    self.init(
      log: log, organisation: organisation, seq: seq, row: row, folded: text.folded,
      grams: text.grams(seed: organisation.searchSeed))
  }
}

extension Identifier {
  /// One organisation's grams are no other's: a search goes through the rows of its own alone.
  var searchSeed: UInt64 { high ^ low }
}
