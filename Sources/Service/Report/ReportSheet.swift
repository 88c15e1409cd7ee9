import Board
import Identity
import JSON
import Rows

/// A room's report with what other logs say to it: the shows' numbers against their goals, and whose they are.
struct ReportSheet {
  enum Audience {
    /// Those who may follow the room, with the reviews before it. Who is meant is told by id.
    case members([PastReview], as: Identifier)
    /// Whoever has a link: redacted, and nobody is named but who answers for an action.
    case anyone
  }

  /// Reviews from before that are told beside it.
  static let mostPast = 12

  let log: Identifier
  let report: Report
  let directory: LogFold
  let shows: [LogFold]
  /// By log.
  let channels: [Identifier: LogFold]

  func bytes(for audience: Audience) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      switch audience {
      case .members(let past, as: let member):
        json.member("log", log.description)
        json.member("facilitator", report.facilitator.description)
        report.write(into: &json)
        writeActions(into: &json) { $0.write(into: &$1) }
        json.array("past") { json in
          for review in past { json.object { review.write(into: &$0, for: member) } }
        }
      case .anyone:
        writeHouse(into: &json)
        // What goes on is nobody's but theirs who are in it.
        guard report.closedAt != nil else { return json.member("title", report.title) }
        report.shared.write(into: &json)
        writeActions(into: &json) { $0.shared.write(name: { directory.member($0)?.name }, into: &$1) }
      }
      json.array("shows") { json in for show in shows { write(show, into: &json) } }
    }
    return json.bytes
  }

  /// Those agreed on here, and what became of those from before.
  private func writeActions(into json: inout JSONWriter, _ write: (Report.Agreed, inout JSONWriter) -> Void) {
    let agreed = channels.values.flatMap { $0.actions(agreedIn: log) }
    json.array("actions") { json in
      for action in agreed.sorted(by: { $0.id < $1.id }) { json.object { write(action, &$0) } }
    }
    Report.Answered(of: channels.values.map { $0.answers(givenIn: log) }).write(into: &json)
  }

  /// What a page without a directory needs to speak as the team does.
  private func writeHouse(into json: inout JSONWriter) {
    guard let organisation = directory.organisation else { return }
    json.member("zone", organisation.zone)
    json.object("labels") { json in
      for (role, label) in organisation.labels.sorted(by: { $0.key < $1.key }) {
        json.key(named: role)
        json.string(label)
      }
    }
  }

  private func write(_ fold: LogFold, into json: inout JSONWriter) {
    guard let show = fold.show else { return }
    json.object { json in
      json.member("title", show.title)
      json.member("channel", directory.channelName(show.channel))
      json.member("start", show.start ?? show.plannedStart)
      json.member("end", show.end ?? show.plannedEnd)
      if let latest = fold.latestNumbers { json.member("values", decimals: latest.values) }
      let goals = fold.goalValues
      if !goals.isEmpty { json.member("goals", decimals: goals) }
      guard let log = directory.log(ofChannel: show.channel), let channel = channels[log] else { return }
      let thresholds = channel.thresholds
      json.object("thresholds") { json in
        json.member("near", thresholds.near)
        json.member("far", thresholds.far)
      }
    }
  }
}

extension LogFold {
  fileprivate func channelName(_ id: String) -> String? {
    guard case .channel(let channel)? = self[RecordKey(.channel, id)] else { return nil }
    return channel.name
  }

  fileprivate var goalValues: [String: Double] {
    records(.goal).values.reduce(into: [:]) { values, record in
      if case .goal(let goal) = record { values[goal.metric] = goal.value }
    }
  }

  fileprivate var thresholds: Thresholds {
    guard case .thresholds(let thresholds)? = self[RecordKey(.thresholds, "thresholds")] else { return .usual }
    return thresholds
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ key: StaticString, decimals values: [String: Double]) {
    object(key) { json in
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        json.key(named: name)
        json.double(value)
      }
    }
  }
}
