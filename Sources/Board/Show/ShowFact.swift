public import Identity
import JSON

/// What happened in a show. Stored for good: a case or a label is never renamed, and a field that comes later is read
/// with a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference, not twenty fields.
public indirect enum ShowFact: Sendable, Equatable, Codable {
  case showFounded(show: Show)
  case showPlanned(title: String, startsAt: Int64, endsAt: Int64?)
  case showStarted(at: Int64)
  case showEnded(at: Int64)
  /// Both times as they are known now: one that is not there has been taken back.
  case showTimed(start: Int64?, end: Int64?)
  /// What a platform's file says of it.
  case showTold(times: Show.Times)
  case goalSet(goal: Goal)
  case goalCleared(metric: String)
  case snapshotTaken(snapshot: Numbers)
  case snapshotWithdrawn(snapshot: String)
  case snapshotRestored(snapshot: String)
  /// Of the first layouts: those it took the place of went for good.
  case seriesImported(series: Series, instead: [String])
  case seriesTaken(series: Series, forgotten: [String])
  case seriesWithdrawn(series: String)
  case seriesRestored(series: String)
  /// `forgotten`: of those that came before; what they made stays.
  case fileImported(file: ImportedFile, forgotten: [String]? = nil)
  case fileFinished(file: String)
  /// `times`: what it says; `timed`: those of them that nobody knew.
  case fileTold(file: String, times: Show.Times, timed: Show.Times)
  /// `at`: the event of the channel's log by which.
  case fileWithdrawn(file: String, at: Int64?)
  case fileRestored(file: String, at: Int64?)
  case markerAdded(marker: Marker)
  case markerEdited(marker: String, kind: Marker.Kind, text: String?)
  case markerRemoved(marker: String)
  case questionLogged(question: Question)
  case questionEdited(question: String, content: QuestionContent)
  case questionAskedAgain(question: String)
  case questionAnswered(question: String, answer: Question.Answer)
  case questionMarked(question: String, status: QuestionStatus)
  case questionAired(question: String, onAir: Bool)
  case questionPromoted(question: String, room: Identifier, act: Identifier)
  case questionSettled(question: String, state: Question.Link.State, issue: String?)
  /// `onward`: with what came of it. Not known of events stored before that was told.
  case questionErased(question: String, at: Int64, reason: String, onward: Bool?)
}

extension ShowFact: KindFact {
  var since: Int {
    switch self {
    case .markerEdited, .snapshotWithdrawn, .snapshotRestored: 2
    case .fileImported, .fileFinished, .fileTold, .fileWithdrawn, .fileRestored, .seriesTaken, .seriesWithdrawn,
      .seriesRestored:
      3
    // An older build would drop the name of the file.
    case .goalSet(let goal): goal.file == nil ? 1 : 3
    case .snapshotTaken(let numbers): numbers.file == nil ? 1 : 3
    case .markerAdded(let marker): marker.file == nil ? 1 : 3
    case .questionLogged(let question): question.file == nil ? 1 : 3
    default: 1
    }
  }

  var erasesWords: Bool {
    switch self {
    case .questionErased: true
    case .showFounded, .showPlanned, .showStarted, .showEnded, .showTimed, .showTold, .goalSet, .goalCleared,
      .snapshotTaken, .snapshotWithdrawn, .snapshotRestored, .seriesImported, .seriesTaken, .seriesWithdrawn,
      .seriesRestored, .fileImported, .fileFinished, .fileTold, .fileWithdrawn, .fileRestored, .markerAdded,
      .markerEdited, .markerRemoved, .questionLogged, .questionEdited,
      .questionAskedAgain, .questionAnswered, .questionMarked, .questionAired, .questionPromoted, .questionSettled:
      false
    }
  }

  /// Whoever makes an issue of a question: as long as the issue has not been revealed, it tells nobody whose it is.
  var naming: Naming {
    switch self {
    case .questionPromoted, .questionSettled: .withheld
    case .showFounded, .showPlanned, .showStarted, .showEnded, .showTimed, .showTold, .goalSet, .goalCleared,
      .snapshotTaken, .snapshotWithdrawn, .snapshotRestored, .seriesImported, .seriesTaken, .seriesWithdrawn,
      .seriesRestored, .fileImported, .fileFinished, .fileTold, .fileWithdrawn, .fileRestored, .markerAdded,
      .markerEdited, .markerRemoved, .questionLogged, .questionEdited,
      .questionAskedAgain, .questionAnswered, .questionMarked, .questionAired, .questionErased:
      .told
    }
  }

  func write(into json: inout JSONWriter) throws {
    switch self {
    case .questionLogged(let question): try json.stored("questionLogged", "question", question.writeStored)
    case .questionAskedAgain(let question):
      json.stored("questionAskedAgain") { $0.member("question", question) }
    default: try json.encode(self)
    }
  }
}

// MARK: - What each changes

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
    case .goalSet(let goal): set(goal)
    case .goalCleared(let metric): remove(Goal.self, metric)
    case .snapshotTaken(let numbers): applyNumbers(numbers)
    case .snapshotWithdrawn(let numbers): withdrawNumbers(numbers, true)
    case .snapshotRestored(let numbers): withdrawNumbers(numbers, false)
    case .seriesImported(let series, let instead):
      for id in instead { remove(Series.self, id) }
      put(series)
    case .seriesTaken(let series, let forgotten): take(series, forgetting: forgotten)
    case .seriesWithdrawn(let series): withdraw(series: series)
    case .seriesRestored(let series): restore(series: series, at: event.seq)
    case .fileImported(let file, let forgotten): add(file, forgetting: forgotten ?? [])
    case .fileFinished(let file): finish(file: file)
    case .fileTold(let file, let times, let timed): noteTimes(times, timed, of: file)
    case .fileWithdrawn(let file, let at): settle(file: file, isWithdrawn: true, at: at)
    case .fileRestored(let file, let at): settle(file: file, isWithdrawn: false, at: at)
    case .markerAdded(let marker): add(marker)
    case .markerEdited(let marker, let kind, let text): revise(Marker.self, marker) { $0.edit(kind, text, event) }
    case .markerRemoved(let marker): remove(Marker.self, marker)
    case .questionLogged(var question):
      question.fill(from: event.words)
      add(question)
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
