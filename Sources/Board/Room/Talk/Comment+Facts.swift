import Identity

// What happens to a comment, as the log tells it in which it stands: a room's, or of what is said of an action a channel's.
extension Fact {
  static func commentEdited(_ id: String, _ content: CommentContent, notified: [Identifier], in log: LogKind) -> Fact {
    log == .channel
      ? .channel(.commentEdited(comment: id, content: content))
      : .room(.commentEdited(comment: id, content: content, notified: notified))
  }

  static func commentWithdrawn(_ id: String, in log: LogKind) -> Fact {
    log == .channel ? .channel(.commentWithdrawn(comment: id)) : .room(.commentWithdrawn(comment: id))
  }

  static func commentRestored(_ id: String, in log: LogKind) -> Fact {
    log == .channel ? .channel(.commentRestored(comment: id)) : .room(.commentRestored(comment: id))
  }

  static func commentErased(_ id: String, at: Int64, reason: String, in log: LogKind) -> Fact {
    log == .channel
      ? .channel(.commentErased(comment: id, at: at, reason: reason))
      : .room(.commentErased(comment: id, at: at, reason: reason))
  }

  /// The comment that was edited.
  var editedComment: String? {
    switch self {
    case .room(.commentEdited(let id, _, _)), .channel(.commentEdited(let id, _)): id
    default: nil
    }
  }

  var withdrawnComment: String? {
    switch self {
    case .room(.commentWithdrawn(let id)), .channel(.commentWithdrawn(let id)): id
    default: nil
    }
  }

  var restoredComment: String? {
    switch self {
    case .room(.commentRestored(let id)), .channel(.commentRestored(let id)): id
    default: nil
    }
  }
}
