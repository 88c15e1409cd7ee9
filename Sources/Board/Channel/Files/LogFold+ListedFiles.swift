import Identity

// Of a channel's fold: which list made which show.
extension LogFold {
  mutating func list(_ shows: [ListedShow]) {
    for var show in shows {
      show.file = maker(of: show.log)?.id
      put(show)
    }
  }

  mutating func touch(file: String, _ shows: [Identifier], added: [Identifier]) {
    revise(ImportedFile.self, file) {
      $0.shows += shows
      $0.added += added
    }
    for show in added { revise(ListedShow.self, show.description) { $0.file = file } }
  }

  mutating func settleList(_ file: String, isWithdrawn: Bool, _ event: Event) {
    revise(ImportedFile.self, file) { ($0.isWithdrawn, $0.settledAt) = (isWithdrawn, event.seq) }
  }

  /// Told before the show is made.
  func maker(of show: Identifier) -> ImportedFile? {
    all(ImportedFile.self).filter { $0.added.contains(show) }.max { $0.id < $1.id }
  }
}
