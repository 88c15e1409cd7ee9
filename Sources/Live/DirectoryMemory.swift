import Board
import Identity

/// What a directory's fold has answered about its members and logs. It is asked for every command, and changes a few
/// times a day: then the memory is dropped.
struct DirectoryMemory {
  private var actors: [Identifier: Actor] = [:]
  private var kinds: [Identifier: LogKind] = [:]

  mutating func actor(_ member: Identifier, in fold: LogFold) -> Actor? {
    if let known = actors[member] { return known }
    let actor = fold.actor(member)
    // Unknown members are not remembered, because there may be any number of them.
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
