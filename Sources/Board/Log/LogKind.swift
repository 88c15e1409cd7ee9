/// The four kinds of log. The raw value is stored and sent.
public enum LogKind: String, Sendable, Codable, CaseIterable {
  case directory, show, room, playbook
}
