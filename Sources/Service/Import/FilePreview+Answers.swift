import Board
import Metrics
import Tables

// Whether everything has been answered that must be before a file is stored.
extension FilePreview {
  /// The parts that are to be stored.
  func agreed(_ agreement: FileAgreement) throws -> [Part] {
    let parts = try chosen(agreement)
    for part in parts {
      guard part.isAnswered(agreement) else { throw ImportFault.asks }
      if !agreement.skipsBad, !part.part.bad.isEmpty { throw ImportFault.badRows }
    }
    return parts
  }

  /// The same, answered or not.
  func chosen(_ agreement: FileAgreement) throws -> [Part] {
    if agreement.kinds.isEmpty { throw Refusal.invalid("kinds", .missing) }
    let parts = parts.filter { agreement.kinds.contains($0.part.kind) }
    guard parts.count == agreement.kinds.count else { throw Refusal.invalid("kinds", .invalid) }
    return parts
  }

  /// Where nobody can be asked, what would be asked is refused.
  func requireNothingAsked() throws {
    for part in parts {
      // Questions are asked, and markers put, on other days as well.
      let isOfAnyDay = part.part.kind == .questions || part.part.kind == .markers
      if let doubt = part.part.doubts.first(where: { $0 != .otherDay || !isOfAnyDay }) { throw TableFault(doubt) }
      switch part.change {
      case .list(let plan): if plan.asks { throw TableFault.severalShows }
      case .show(let changes): if changes.hasUndated { throw ImportFault.unsure }
      }
      if part.part.isUnsure { throw ImportFault.unsure }
    }
  }
}

extension FilePreview.Part {
  fileprivate func isAnswered(_ agreement: FileAgreement) -> Bool {
    let doubts = agreement.takesOtherDay && part.kind != .summary ? part.doubts.filter { $0 != .otherDay } : part.doubts
    if !doubts.isEmpty || part.isUnsure { return false }
    switch change {
    case .list(let plan): return !plan.answered(agreement).asks
    case .show(let changes): return !changes.hasUndated || agreement.undated != nil
    }
  }
}
