// What a file made, and what becomes of it when the file is taken back.
extension LogFold {
  /// What a file said of the show's times, and which of them nobody knew before.
  mutating func noteTimes(_ told: Show.Times, _ timed: Show.Times, of file: String) {
    revise(ImportedFile.self, file) {
      $0.told = told
      $0.timed = Show.Times(start: $0.timed?.start ?? timed.start, end: $0.timed?.end ?? timed.end)
    }
  }

  mutating func add(_ file: ImportedFile, forgetting forgotten: [String]) {
    for id in forgotten { remove(ImportedFile.self, id) }
    put(file)
  }

  mutating func finish(file: String) { revise(ImportedFile.self, file) { $0.isFinished = true } }

  mutating func set(_ goal: Goal) {
    put(goal.laid(over: find(goal.metric)))
    if let file = goal.file { revise(ImportedFile.self, file) { $0.goals += 1 } }
  }

  mutating func add(_ marker: Marker) {
    put(marker)
    if let file = marker.file { revise(ImportedFile.self, file) { $0.markers += 1 } }
  }

  mutating func add(_ question: Question) {
    put(question)
    if let file = question.file { revise(ImportedFile.self, file) { $0.questions += 1 } }
  }

  mutating func settle(file id: String, isWithdrawn: Bool, at: Int64?) {
    revise(ImportedFile.self, id) {
      $0.isWithdrawn = isWithdrawn
      $0.settledAt = at ?? $0.settledAt
    }
    for numbers in all(Numbers.self) where numbers.file == id {
      revise(Numbers.self, numbers.id) { $0.isFileWithdrawn = isWithdrawn }
    }
    goByNewestNumbers()
    for goal in all(Goal.self) { revise(Goal.self, goal.id) { $0.settle(file: id, isWithdrawn: isWithdrawn) } }
    for marker in all(Marker.self) where marker.file == id {
      revise(Marker.self, marker.id) { $0.isFileWithdrawn = isWithdrawn }
    }
    for question in all(Question.self) where question.file == id {
      revise(Question.self, question.id) { $0.isFileWithdrawn = isWithdrawn }
    }
    settleSeries(of: id, isWithdrawn: isWithdrawn)
  }
}
