import Identity

// In which show an entry can have been seen to work.
extension Request {
  /// It began after the entry was made, and is none the entry came from.
  func checkTrial(of entry: Entry, in show: Identifier) throws(Refusal) {
    guard let began = context.others[show]?.began(by: context.now), began > entry.at,
      !sources(of: entry).contains(show)
    else { throw .invalid("show", .invalid) }
  }

  private func sources(of entry: Entry) -> Set<Identifier> {
    let directory = context.others.values.first { $0.kind == .directory }
    let room = entry.origin.flatMap { directory?.find($0.room.description, as: ListedRoom.self) }
    return Set(entry.evidence.compactMap(\.show)).union(room?.shows ?? [])
  }
}

extension LogFold {
  /// When this log's show began. Where nobody said so and numbers tell that it ran, that is when it should have.
  fileprivate func began(by now: Int64) -> Int64? {
    guard let show else { return nil }
    if let start = show.start { return start }
    return latestNumbers != nil && show.plannedStart <= now ? show.plannedStart : nil
  }
}
