public import Identity
import JSON

extension Action {
  /// What a room heard of it.
  public struct Answer: Sendable, Equatable, Codable {
    public let room: Identifier
    public let answer: Word
    public let reason: String?
    public let by: Identifier
    public let at: Int64
    /// The event that says so: whoever answers on an older state hears that somebody has.
    let seq: Int64
    /// Where the action stood before any answer of this room, and why where it was dropped.
    let was: State
    let wasReason: String?

    public enum Word: String, Sendable, Codable, CaseIterable { case done, notYet, dropped }

    /// Erasing empties members of these names in stored events.
    enum CodingKeys: String, CodingKey {
      case room, answer, by, at, seq, was
      case reason = "note"
      case wasReason = "text"
    }
  }

  /// Rooms whose answers are kept.
  static let answersKept = 100

  public func answer(in room: Identifier) -> Answer? { answers.last { $0.room == room } }

  /// Where that answer leaves an action.
  static func state(after word: Answer.Word, was: State) -> State {
    switch word {
    case .done: .done
    case .dropped: .dropped
    case .notYet: was.isOpen ? was : .todo
    }
  }

  mutating func take(_ answer: Answer) {
    answers.removeAll { $0.room == answer.room }
    answers.append(answer)
    answers = answers.suffix(Self.answersKept)
    settle(
      Self.state(after: answer.answer, was: answer.was), answer.answer == .dropped ? answer.reason : nil, answer.at)
  }

  /// Back to where it stood, unless somebody has settled it otherwise since.
  mutating func takeBack(answerIn room: Identifier, _ at: Int64) {
    guard let answer = answer(in: room) else { return }
    answers.removeAll { $0.room == room }
    let left = Self.state(after: answer.answer, was: answer.was)
    guard state == left, reason == (left == .dropped ? answer.reason : nil) else { return }
    settle(answer.was, answer.wasReason, at)
  }

  mutating func settle(_ state: State, _ reason: String?, _ at: Int64) {
    if state.isOpen { (settledAt, isPutAway) = (nil, false) } else if state != self.state { settledAt = at }
    (self.state, self.reason) = (state, reason)
  }
}

extension Action.Answer {
  func write(into json: inout JSONWriter) {
    json.member("room", room)
    json.member("answer", answer.rawValue)
    json.member("reason", reason)
    json.member("by", by)
    json.member("at", at)
  }
}
