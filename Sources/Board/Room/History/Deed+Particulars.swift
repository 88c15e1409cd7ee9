public import Identity

extension Deed {
  /// What a command alone does not say: which way it was done, to whom, how many.
  public struct Particulars: Sendable, Equatable {
    /// How far a card has come (`discussing`), or `off` where it was undone by the command that does it.
    public var how: String?
    public var to: Identifier?
    public var number: Int?
    public var phase: Phase?
  }
}

extension Event {
  var particulars: Deed.Particulars {
    facts.lazy.compactMap { if case .room(let fact) = $0 { fact.particulars } else { nil } }.first ?? .init()
  }
}

extension RoomFact {
  /// Nil of what the command says already.
  fileprivate var particulars: Deed.Particulars? {
    switch self {
    case .issueMarked(_, let state): .init(how: state.rawValue)
    case .focusLeft: .init(how: "off")
    case .solutionChosen(_, let isChosen): isChosen ? nil : .init(how: "off")
    case .issueReacted(_, _, let isOn): isOn ? nil : .init(how: "off")
    case .commentReacted(_, _, let isOn): isOn ? nil : .init(how: "off")
    case .timerResumed: .init(how: "off")
    case .timerStarted(let lasts): .init(number: lasts.minutes)
    case .timerExtended(let more): .init(number: more.minutes)
    case .facilitatorHanded(let member): .init(to: member)
    case .budgetSet(let votes): .init(number: votes)
    case .capSet(let votes): .init(how: votes == 0 ? "off" : nil, number: votes)
    case .minutesPlanned(let phase, let minutes):
      .init(how: minutes == nil ? "off" : nil, number: minutes, phase: phase)
    case .handPeopleSet(let people): .init(number: people)
    case .actionsDeferred(let actions): .init(number: actions.count)
    default: nil
    }
  }

  /// The cards that it is about without changing them: what stands beside them changes.
  func cards(_ changes: [Change]) -> [String] {
    switch self {
    case .focusSet(let issue): [issue]
    case .focusLeft:
      changes.compactMap { if case .focus(let focus)? = $0.before { focus.issue } else { nil } }
    case .groupMade(let group): group.issues
    case .groupTook(_, let issues), .groupLost(_, let issues), .groupRestored(_, let issues): issues
    case .groupDissolved(let id):
      changes.lazy.compactMap { if case .group(let group)? = $0.before { group } else { nil } }
        .first { $0.id == id }?.issues ?? []
    default: []
    }
  }
}

extension Int64 {
  fileprivate var minutes: Int { Int(self / 60_000) }
}
