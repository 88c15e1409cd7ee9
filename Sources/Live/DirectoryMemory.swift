import Board
import Identity

/// What a directory's fold has answered about its members and logs, for as long as it stays as it is: asked for every
/// command, changed a few times a day.
struct DirectoryMemory {
  private var actors: [Identifier: Actor] = [:]
  private var kinds: [Identifier: LogKind] = [:]

  mutating func actor(_ member: Identifier, in fold: LogFold) -> Actor? {
    if let known = actors[member] { return known }
    let actor = fold.actor(member)
    // Strangers are not remembered: there is no end of them.
    if let actor { actors[member] = actor }
    return actor
  }

  mutating func kind(of log: Identifier, in fold: LogFold) -> LogKind? {
    if let known = kinds[log] { return known }
    let kind = fold.knows(log: log)
    if let kind { kinds[log] = kind }
    return kind
  }
}
