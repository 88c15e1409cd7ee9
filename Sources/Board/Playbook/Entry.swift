public import Identity
import JSON

/// What the team has learnt and does again.
public struct Entry: Sendable, Equatable, Codable {
  public let id: String
  public let no: Int
  public var title: String
  public var kind: Kind
  public var roles: [Role]
  public var stage: Stage?
  public var trigger: String?
  public var text: String
  public let evidence: [Evidence]
  public let origin: Origin?
  public var status: Status
  /// Counts the changes of its words, from 1.
  public var version: Int
  public let by: Identifier
  public let at: Int64
  var edits: Edits

  public enum Kind: String, Sendable, Codable, CaseIterable {
    case sop, script, checklist, play, taboo
  }

  public enum Stage: String, Sendable, Codable, CaseIterable {
    case before, opening, explaining, closing, switching, ending, after
  }

  public enum Status: String, Sendable, Codable, CaseIterable { case trial, inForce, retired }

  /// A metric that moved, and in which show.
  public struct Evidence: Sendable, Equatable, Codable {
    public let metric: String
    public let before: Double?
    public let after: Double?
    public let show: Identifier?
    public let offset: Int?
  }

  /// The review it was promoted from.
  public struct Origin: Sendable, Equatable, Codable {
    public let room: Identifier
    public let solution: String
    public let roomTitle: String
  }
}
