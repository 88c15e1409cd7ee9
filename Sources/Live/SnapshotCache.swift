import Board
import Identity

/// What joiners get: all records visible to them. Each is encoded once an audience and stands beside the others of its
/// kind, so that a joiner costs copying, whoever they are: of what they see with other eyes, only that is made for them.
struct SnapshotCache {
  private var common: SnapshotPage?
  private var lead: SnapshotPage?

  /// The record has changed, or has changed back.
  mutating func forget(_ key: RecordKey) {
    if common?.forget(key) == false { common = nil }
    if lead?.forget(key) == false { lead = nil }
  }

  /// The settled records as that member sees them, in parts of at most `limit` bytes or of one record.
  /// `unsettled`: the settled values of the records that differ in `fold`; each of them has been forgotten.
  mutating func snapshot(
    of fold: LogFold, unsettled: [RecordKey: Record?], for member: Identifier, _ audience: Audience, limit: Int
  ) -> LogSnapshot {
    let page =
      switch audience {
      case .common: Self.refresh(&common, fold, unsettled, audience)
      case .lead: Self.refresh(&lead, fold, unsettled, audience)
      }
    return LogSnapshot(page.shelves, of: fold, unsettled, for: member, audience, limit: limit)
  }

  private static func refresh(
    _ known: inout SnapshotPage?, _ fold: LogFold, _ unsettled: [RecordKey: Record?], _ audience: Audience
  ) -> SnapshotPage {
    // Taken out for the moment: two of it would be copied.
    var page = known.take() ?? SnapshotPage(fold, except: unsettled, audience)
    page.refresh(fold, except: unsettled, audience)
    known = page
    return page
  }
}
