/// Who may send a command.
enum Who: Sendable, Hashable {
  case everyone
  /// Everyone, and it concerns nobody but themselves.
  case oneself
  /// A lead of the organisation.
  case lead
  case role(Role)
  /// Whoever steers the room.
  case facilitator
  /// Whoever steered it until somebody took over.
  case former
  /// Whoever made the record the command names.
  case author
  /// Everyone, when the issue the command names has been revealed.
  case everyoneOnceRevealed
  /// The server alone: to everyone else the command does not exist.
  case server
}
