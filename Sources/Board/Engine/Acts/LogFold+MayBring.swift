extension LogFold {
  /// Whether this member may bring a file of which the server makes `op`: asked before the file is read. The command
  /// itself is still judged.
  public static func mayBring(_ op: String, in log: LogKind, _ actor: Actor) -> Bool {
    Act.of(op, in: log)?.bringing.admit(actor) ?? false
  }
}
