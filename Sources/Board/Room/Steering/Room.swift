public import Identity
import JSON

/// A review of one or more shows.
public struct Room: Sendable, Equatable, Codable {
  public let organisation: Identifier
  public let title: String
  public let shows: [Identifier]
  public var phase: Phase
  public var step: Phase.Step?
  public var facilitator: Identifier
  /// Who steered it until somebody took over while they were away: they may take it back.
  public var former: Identifier?
  /// Each member's vote budget.
  public var votes: Int
  /// How many of them one may give to one issue or group; nil: all.
  public var cap: Int?
  /// Whether the issues have been revealed; once revealed, they stay.
  public var revealed: Bool
  public let openedAt: Int64
  public var closedAt: Int64?
  /// By which kinds issues are written; nil: as a show is reviewed.
  public var template: Template?
  /// The last number given to an issue.
  var lastNo: Int
  /// How long a phase is meant to take, by phase; of what is not here the page suggests it.
  @AddedLater public var minutes: [String: Int] = [:]
  /// The event that steered each thing last. Told to nobody.
  var steered: [Helm: Int64]?
  /// How long each phase took. Told to nobody: the report reads it.
  var spent: Spent?
}

extension Room: Recorded {
  static var kind: RecordKind { .room }
  static let told = """
    `id:"room", title, shows:[log], phase, step?, facilitator, former? (who may take it back), votes, revealed, openedAt, closedAt?, \
    template?:{id,name?,kinds:[{key,name?,hint?,sense}],hints?} (absent: a show's review), \
    minutes? (by phase, where somebody has said how long it is to take), \
    cap? (how many of one's votes one issue or group takes)`
    """
  public var id: String { "room" }
  var record: Record { .room(self) }

  init?(_ record: Record) {
    guard case .room(let value) = record else { return nil }
    self = value
  }

  /// All of it is written but the last number, which every issue moves, and what was steered when.
  func isWrittenAnew(since before: Room) -> Bool? {
    var counted = before
    (counted.lastNo, counted.steered) = (lastNo, steered)
    return self != counted
  }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("title", title)
    json.member("shows", shows.map(\.description))
    json.member("phase", phase.rawValue)
    json.member("step", step?.rawValue)
    json.member("facilitator", facilitator)
    json.member("former", former)
    json.member("votes", votes)
    json.member("cap", cap)
    json.member("revealed", revealed)
    json.member("openedAt", openedAt)
    json.member("closedAt", closedAt)
    if let template { json.object("template", template.writeOfRoom) }
    if !minutes.isEmpty {
      json.object("minutes") { json in
        for phase in Phase.allCases {
          guard let minutes = minutes[phase.rawValue] else { continue }
          json.key(named: phase.rawValue)
          json.int(minutes)
        }
      }
    }
  }
}
