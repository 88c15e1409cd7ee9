/// The five kinds of log. The raw value is stored and sent.
public enum LogKind: String, Sendable, Codable, CaseIterable {
  case directory, channel, show, room, playbook
}

extension LogKind {
  /// Whether leads see more in such a log than everybody else does.
  public var showsLeadsMore: Bool { self == .directory }
}
