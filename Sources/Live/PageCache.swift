import Board
import Identity

/// The pages that joiners get: all records visible to them. A record is encoded once for each audience and stands
/// beside the others of its kind. So a joiner costs copying, and only what they alone see differently is made for them.
struct PageCache {
  private var common: SharedPage?
  private var lead: SharedPage?

  /// The record has changed, or has changed back.
  mutating func forget(_ key: RecordKey) {
    if common?.forget(key) == false { common = nil }
    if lead?.forget(key) == false { lead = nil }
  }

  /// The settled records as that member sees them, in parts of at most `limit` bytes or of one record.
  /// `unsettled`: the settled values of the records that differ in `fold`; each of them has been forgotten.
  mutating func page(
    of fold: LogFold, unsettled: [RecordKey: Record?], for member: Identifier, _ audience: Audience,
    without kinds: Set<RecordKind>, limit: Int
  ) -> Page {
    let shared =
      switch audience {
      case .common: Self.refresh(&common, fold, unsettled, audience)
      case .lead: Self.refresh(&lead, fold, unsettled, audience)
      }
    return Page(shared.shelves, of: fold, unsettled, for: member, audience, without: kinds, limit: limit)
  }

  private static func refresh(
    _ known: inout SharedPage?, _ fold: LogFold, _ unsettled: [RecordKey: Record?], _ audience: Audience
  ) -> SharedPage {
    // It is taken out for the moment: with a second reference it would be copied.
    var page = known.take() ?? SharedPage(fold, except: unsettled, audience)
    page.refresh(fold, except: unsettled, audience)
    known = page
    return page
  }
}
