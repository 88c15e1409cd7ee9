public import Identity
import JSON

/// What happened in a channel's log. Stored for good: a case or a label is never renamed, and a field that comes later is
/// read with a default.
///
/// Indirect, as a record is: whoever passes one on copies a reference.
public indirect enum ChannelFact: Sendable, Equatable, Codable {
  case listed(shows: [ListedShow], rooms: [ListedRoom])
  case thresholdsSet(thresholds: Thresholds)
  /// `forgotten`: of those that came before; what they made stays.
  case fileImported(file: ImportedFile, forgotten: [String]? = nil)
  case fileFinished(file: String)
  /// `shows`: those it concerned, all of `added` among them.
  case fileTouched(file: String, shows: [Identifier], added: [Identifier])
  case fileWithdrawn(file: String)
  case fileRestored(file: String)
  /// From where on its shows are told: nothing changes here.
  case filePassed(file: String, from: Int)
  case mappingRemembered(mapping: Mapping)
  case mappingForgotten(mapping: String)
  case mappingRecalled(mapping: String)
  case templateSaved(template: Template)
  case templateRemoved(template: String)
  case templateRestored(template: String)
  case actionAdded(action: Action)
  case actionEdited(action: String, content: ActionContent)
  case actionSet(action: String, setting: ActionSetting)
  case actionAnswered(action: String, answer: Action.Answer)
  case actionUnanswered(action: String, room: Identifier)
  case actionErased(action: String, at: Int64, reason: String)
  case commentPosted(comment: Comment)
  case commentEdited(comment: String, content: CommentContent)
  case commentWithdrawn(comment: String)
  case commentRestored(comment: String)
  case commentErased(comment: String, at: Int64, reason: String)
  /// What a person made of them since stays; the reasons that rooms were told go.
  case earlierWordsErased(record: String)
}

extension ChannelFact: KindFact {
  var since: Int {
    switch self {
    // An older build would show what is hidden.
    case .listed(_, let rooms) where rooms.contains { $0.isArchived }: 4
    case .listed(let shows, _): shows.contains { $0.isHidden } ? 3 : 1
    case .thresholdsSet: 1
    case .fileImported, .fileFinished, .fileTouched, .fileWithdrawn, .fileRestored, .filePassed: 3
    case .mappingRemembered, .mappingForgotten, .mappingRecalled: 3
    case .templateSaved, .templateRemoved, .templateRestored: 4
    case .actionAdded, .actionEdited, .actionSet, .actionAnswered, .actionUnanswered: 4
    case .actionErased, .earlierWordsErased: 4
    case .commentPosted, .commentEdited, .commentWithdrawn, .commentRestored, .commentErased: 4
    }
  }

  var erasesWords: Bool {
    switch self {
    case .listed, .thresholdsSet: false
    case .fileImported, .fileFinished, .fileTouched, .fileWithdrawn, .fileRestored, .filePassed: false
    case .mappingRemembered, .mappingForgotten, .mappingRecalled: false
    case .templateSaved, .templateRemoved, .templateRestored: false
    case .actionAdded, .actionEdited, .actionSet, .actionAnswered, .actionUnanswered: false
    case .commentPosted, .commentEdited, .commentWithdrawn, .commentRestored: false
    case .actionErased, .earlierWordsErased: true
    case .commentErased: true
    }
  }

  /// Nothing in a channel's log is anonymous.
  var naming: Naming { .told }
}

// MARK: - What each changes

extension LogFold {
  /// What each fact changes.
  mutating func apply(_ fact: ChannelFact, of event: Event) {
    switch fact {
    case .listed(let shows, let rooms):
      list(shows)
      for room in rooms { put(room) }
    case .thresholdsSet(.usual): remove(Thresholds.self, Thresholds.usual.id)
    case .thresholdsSet(let thresholds): put(thresholds)
    case .fileImported(let file, let forgotten): add(file, forgetting: forgotten ?? [])
    case .fileFinished(let file): finish(file: file)
    case .fileTouched(let file, let shows, let added): touch(file: file, shows, added: added)
    case .fileWithdrawn(let file): settleList(file, isWithdrawn: true, event)
    case .fileRestored(let file): settleList(file, isWithdrawn: false, event)
    case .filePassed: break
    case .mappingRemembered(let mapping): put(mapping)
    case .mappingForgotten(let id): revise(Mapping.self, id) { $0.isForgotten = true }
    case .mappingRecalled(let id): revise(Mapping.self, id) { $0.isForgotten = false }
    case .templateSaved(let template): put(template)
    case .templateRemoved(let id): revise(Template.self, id) { $0.isRemoved = true }
    case .templateRestored(let id): revise(Template.self, id) { $0.isRemoved = false }
    case .actionAdded(let action): put(action)
    case .actionEdited(let action, let content): revise(Action.self, action) { $0.edit(content, event) }
    case .actionSet(let action, let setting):
      reviseAction(action, event) { $0.settle(setting.state, setting.reason, event.at) }
    case .actionAnswered(let action, let answer): reviseAction(action, event) { $0.take(answer) }
    case .actionUnanswered(let action, let room):
      reviseAction(action, event) { $0.takeBack(answerIn: room, event.at) }
    case .actionErased(let action, let at, let reason):
      reviseAction(action, event) { $0.erase(Erasure(at: at, reason: reason)) }
    case .earlierWordsErased(let action): reviseAction(action, event) { $0.forgetReasons() }
    case .commentPosted(let comment): applyComment(comment, notified: [], event)
    case .commentEdited(let comment, let content): applyEdit(of: comment, content, notified: [], event)
    case .commentWithdrawn(let comment): applyWithdrawal(ofComment: comment, event)
    case .commentRestored(let comment): applyRestoring(of: comment, event)
    case .commentErased(let comment, let at, let reason):
      applyErasure(ofComment: comment, Erasure(at: at, reason: reason), event)
    }
  }
}
