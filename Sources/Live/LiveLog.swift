import Board
import Identity

/// A log in memory: what it is doing, what it holds, who follows it, and who waits for it.
final class LiveLog {
  let id: Identifier
  let organisation: Identifier
  let kind: LogKind
  var phase = LogPhase.loading(isAnew: false)
  var ledger: Ledger
  var followers = Followers()
  var waiters = Waiters()
  /// Since when nobody has needed it; nil: somebody does.
  var idleSince: Int64?
  /// That its time has run out is being said.
  var isExpiring = false

  init(id: Identifier, organisation: Identifier, kind: LogKind) {
    self.id = id
    self.organisation = organisation
    self.kind = kind
    ledger = Ledger(id, kind)
  }

  var isLive: Bool { phase.isLive }

  /// Whether the command being decided may be. Who waits for the settled state goes first. A directory takes one batch
  /// at a time, so that rights are always judged on what is committed.
  func mayDecide(_ request: Submission) -> Bool {
    guard phase == .deciding else { return false }
    if ledger.isSettled { return true }
    let isAlone = request.goesAlone || ledger.speculations.last?.request.goesAlone == true
    return !waiters.wantRest && !isAlone && !(kind == .directory && ledger.inFlight != nil)
  }

  /// Whether anyone follows it or waits for it, or something of it is under way.
  var isBusy: Bool { phase != .current || !followers.isEmpty || !waiters.isEmpty || !ledger.isSettled }
}
