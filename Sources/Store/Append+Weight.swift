internal import Rows

extension Append {
  /// Whether it brings so much that it takes PostgreSQL several times as long as what people do by hand.
  /// An erasing looks at every event of its log.
  var isImport: Bool { texts.count >= 20 || size >= events.count << 12 || !emptied.isEmpty }

  /// Its size on the wire, roughly.
  var size: Int {
    events.reduce(summary.count) { $0 + $1.body.count + 100 } + series.reduce(0) { $0 + $1.body.count }
  }

  /// What the caller guarantees: events without a gap behind the head, each command once.
  func check() {
    precondition(!events.isEmpty, "an append without events")
    for (index, event) in events.enumerated() {
      precondition(event.seq == head + 1 + Int64(index), "a hole in an append")
    }
    precondition(Set(events.map(\.command)).count == events.count, "a command twice in an append")
  }
}
