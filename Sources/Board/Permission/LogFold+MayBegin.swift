extension LogFold {
  /// Whether these rights alone allow `op`, in a log of any state: asked before work is done that leads to it, such as
  /// reading a file. The command itself is still judged.
  public static func mayBegin(_ op: String, in log: LogKind, _ actor: Actor) -> Bool {
    Rule.of(op, in: log)?.admits(actor, isFacilitator: false) ?? false
  }
}
