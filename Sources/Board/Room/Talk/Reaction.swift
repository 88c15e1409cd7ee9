/// What one may say of an issue or a comment with one tap: a closed list of words, and no pictures.
public enum Reaction: String, Sendable, Codable, CaseIterable {
  case agree, useful, thanks, doubt, urgent, proven
}
