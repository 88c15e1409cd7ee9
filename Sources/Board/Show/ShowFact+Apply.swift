extension LogFold {
  /// What each fact changes. Total: of a record that is gone, nothing.
  mutating func apply(_ fact: ShowFact, of event: Event) {
    switch fact {
    case .showFounded(let show): put(show)
    case .showPlanned(let title, let startsAt, let endsAt):
      reviseShow { ($0.title, $0.plannedStart, $0.plannedEnd) = (title, startsAt, endsAt) }
    case .showStarted(let at): reviseShow { $0.start = at }
    case .showEnded(let at): reviseShow { $0.end = at }
    case .showTimed(let start, let end): reviseShow { ($0.start, $0.end) = (start, end) }
    case .showTold(let times): reviseShow { $0.told = times }
    case .goalSet(let goal): put(goal)
    case .goalCleared(let metric): remove(Goal.self, metric)
    case .snapshotTaken(let numbers): applyNumbers(numbers)
    case .seriesImported(let series, let instead):
      for id in instead { remove(Series.self, id) }
      put(series)
    case .markerAdded(let marker): put(marker)
    case .markerRemoved(let marker): remove(Marker.self, marker)
    case .questionLogged(var question):
      question.fill(from: event.words)
      put(question)
    case .questionEdited(let question, let content): edit(question: question, content, event)
    case .questionAskedAgain(let question): revise(Question.self, question) { $0.plus += 1 }
    case .questionAnswered(let question, let answer): applyAnswer(answer, to: question, event)
    case .questionMarked(let question, let status):
      revise(Question.self, question) { ($0.status, $0.imported) = (status, nil) }
    case .questionAired(let question, let onAir):
      revise(Question.self, question) { $0.onAir = onAir }
    case .questionPromoted(let question, let room, let act):
      revise(Question.self, question) {
        $0.issue = .init(room: room, act: act, issue: nil, state: .requested)
      }
    case .questionSettled(let question, let state, let issue):
      revise(Question.self, question) { $0.settle(state, issue: issue) }
    case .questionErased(let question, let at, let reason, let onward):
      revise(Question.self, question) { $0.erase(Erasure(at: at, reason: reason), onward: onward) }
    }
  }
}
