public import Identity
public import JSON
internal import Privacy

extension Report {
  /// An action that was agreed on in the review, as the channel's log has it now.
  public struct Agreed: Sendable, Equatable {
    public let id: String
    public var text: String
    public let owner: Role
    public let member: Identifier?
    public let due: Due?
    public let state: Action.State
    public let erased: Erasure?
  }

  /// What became of the actions that this review began with.
  public struct Answered: Sendable, Equatable {
    public let done: Int
    public let all: Int

    public init(done: Int, all: Int) {
      self.done = done
      self.all = all
    }

    public init(of answers: [Self]) {
      self.init(done: answers.reduce(0) { $0 + $1.done }, all: answers.reduce(0) { $0 + $1.all })
    }

    /// Nothing where nothing was asked.
    public func write(into json: inout JSONWriter) {
      guard all > 0 else { return }
      json.object("answered") { json in
        json.member("done", done)
        json.member("all", all)
      }
    }
  }
}

extension LogFold {
  /// Of a channel's log: the actions that were made of the room's solutions, the oldest first.
  public func actions(agreedIn room: Identifier) -> [Report.Agreed] {
    all(Action.self).filter { $0.from?.room == room }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }.map {
      Report.Agreed(
        id: $0.id, text: $0.text, owner: $0.owner, member: $0.member, due: $0.due, state: $0.state, erased: $0.erased)
    }
  }

  /// Of a channel's log: the answers that were given in the room.
  public func answers(givenIn room: Identifier) -> Report.Answered {
    let answers = all(Action.self).flatMap(\.answers).filter { $0.room == room }
    return Report.Answered(done: answers.count { $0.answer == .done }, all: answers.count)
  }
}

extension Report.Agreed {
  public var shared: Self {
    var action = self
    action.text = Redaction.redact(text).text
    return action
  }

  /// `name`: who is meant, where no id may be told.
  public func write(name: ((Identifier) -> String?)? = nil, into json: inout JSONWriter) {
    json.member("id", id)
    json.member("text", text)
    json.member("owner", owner.rawValue)
    if let name { json.member("name", member.flatMap(name)) } else { json.member("member", member) }
    if let due { json.object("due") { due.write(into: &$0) } }
    json.member("state", state.rawValue)
    json.member(erased)
  }
}
