/// The five 岗位. Each answers for its own numbers; a member may hold several. The raw value is stored and sent.
public enum Role: String, Sendable, Codable, CaseIterable {
  case operations, host, floor, backstage
  /// 私域.
  case privateDomain = "private"
}

extension Collection<Role> {
  /// In the order of the lanes, so that equal choices are equal bytes.
  var inOrder: [Role] { Role.allCases.filter(contains) }
  var names: [String] { map(\.rawValue) }
}
