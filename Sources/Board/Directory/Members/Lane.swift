/// Where an issue lies on the board: with one of the five roles, or with everyone (全队). The raw value is stored and sent.
public enum Lane: Sendable, Hashable {
  case role(Role)
  case all
}

extension Lane: RawRepresentable, CaseIterable {
  /// In the order of the board.
  public static let allCases = Role.allCases.map(Lane.role) + [.all]

  public init?(rawValue: String) {
    if rawValue == "all" {
      self = .all
    } else if let role = Role(rawValue: rawValue) {
      self = .role(role)
    } else {
      return nil
    }
  }

  public var rawValue: String {
    switch self {
    case .role(let role): role.rawValue
    case .all: "all"
    }
  }

  /// The role it is the lane of; nil: everyone's.
  public var role: Role? { if case .role(let role) = self { role } else { nil } }
}

extension Lane: Codable {}
