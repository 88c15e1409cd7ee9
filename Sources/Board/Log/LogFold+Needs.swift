public import Identity
import JSON

extension LogFold {
  /// Logs whose settled state `command` reads: for `issue.link` the show, for its numbers and goals, and the channel's
  /// previous show, for its last ones; the directory for `facilitator.hand` (its members); directory and show for an
  /// `entry.mark` that names a show; the directory for what may move a show's start (its rooms). Logs the organisation does not know are not asked for. `directory`: the organisation's fold, asked for by few commands.
  public static func needs(
    _ command: Command, in kind: LogKind, directory: @autoclosure () -> LogFold
  ) -> [Identifier] {
    switch (kind, command.op) {
    case (.room, "issue.link"):
      let directory = directory()
      guard let show = command.args["show"]?.string.flatMap(Identifier.init),
        directory.knows(log: show) == .show
      else {
        return []
      }
      return [show] + [directory.previousShow(before: show)].compactMap(\.self)
    case (.room, "facilitator.hand"): return [directory().log]
    case (.playbook, "entry.mark"):
      guard let named = command.args["show"] else { return [] }
      let directory = directory()
      let show = named.string.flatMap(Identifier.init).flatMap { directory.knows(log: $0) == .show ? $0 : nil }
      return [directory.log] + [show].compactMap(\.self)
    case (.show, "show.start"), (.show, "show.plan"), (.show, "snapshot.import"): return [directory().log]
    default: return []
    }
  }
}
