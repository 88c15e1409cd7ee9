public import Identity
import JSON

extension LogFold {
  /// Logs whose settled state `command` reads, as its declaration says. Those the organisation does not know are not
  /// asked for. `directory`: the organisation's fold, asked for by few commands.
  public func needs(_ command: Command, directory: @autoclosure () -> LogFold) -> [Identifier] {
    guard let act = Act.of(command.op, in: kind) else { return [] }
    return (act.needs?(command.args, directory) ?? []) + (act.needsHere?(self, command.args, directory) ?? [])
  }

  /// Whether `command` is judged by who is present.
  public static func asksPresence(_ command: Command, in kind: LogKind) -> Bool {
    Act.of(command.op, in: kind)?.asksPresence ?? false
  }
}
