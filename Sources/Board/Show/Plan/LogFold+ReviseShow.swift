extension LogFold {
  /// Changes the show. When that moves its start, what is told in seconds from it moves along: it happened when it
  /// happened.
  mutating func reviseShow(_ change: (inout Show) -> Void) {
    guard let before = show else { return }
    revise(Show.self, "show", change)
    guard let after = show, after.origin != before.origin else { return }
    let shift = before.shift(to: after)
    for marker in all(Marker.self) { revise(Marker.self, marker.id) { $0.offset += shift } }
    for question in all(Question.self) { revise(Question.self, question.id) { $0.offset += shift } }
    for series in all(Series.self) { revise(Series.self, series.id) { $0.move(by: shift) } }
    for aside in all(SeriesAside.self) { revise(SeriesAside.self, aside.id) { $0.series.move(by: shift) } }
  }
}

extension Series {
  fileprivate mutating func move(by shift: Int) {
    for index in peaks.indices { peaks[index].offset += shift }
    for index in troughs.indices { troughs[index].offset += shift }
  }
}
