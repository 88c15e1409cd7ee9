extension LogFold {
  /// What `command` leads to in this state. Pure: the state is not changed; the event made of the decision is to be
  /// applied.
  public func decide(_ command: Command, in context: Context) throws(Refusal) -> Decision {
    throw Refusal(.unknownOp)
  }
}
