import Identity

// Of a channel's fold: which list made which show.
extension LogFold {
  mutating func list(_ shows: [ListedShow]) {
    let makers = makers
    for var show in shows {
      show.file = makers[show.log]
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

  private var makers: [Identifier: String] {
    all(ImportedFile.self).sorted { $0.id < $1.id }.reduce(into: [:]) { makers, file in
      for show in file.added { makers[show] = file.id }
    }
  }
}
