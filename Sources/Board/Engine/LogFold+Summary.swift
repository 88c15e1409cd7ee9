import Identity
import JSON

extension LogFold {
  /// The small JSON beside the log row: what lists, carry-over and comparison read instead of the events. Nothing
  /// secret is in it: every member of the organisation may read it.
  public func summary() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      switch kind {
      case .directory:
        json.member("members", shelves.tally.activeMembers)
        json.member("channels", shelves.count(.channel))
      case .show: writeShow(into: &json)
      case .room: writeRoom(into: &json)
      case .playbook:
        json.member("entries", shelves.count(.entry))
        json.member("trial", shelves.tally.trialEntries)
        json.member("inForce", shelves.tally.entriesInForce)
      }
    }
    return json.bytes
  }

  private func writeShow(into json: inout JSONWriter) {
    guard let show else { return }
    json.member("title", show.title)
    json.member("channel", show.channel)
    json.member("plannedStart", show.plannedStart)
    json.member("start", show.start)
    json.member("end", show.end)
    json.member(
      "goals", numbers: Self.told(["gmv", "watch_uv"]) { find($0, as: Goal.self)?.value })
    let values = latestNumbers?.values
    json.member("latest", numbers: Self.told(Self.headline) { values?[$0] })
    json.member("questions", shelves.count(.question))
    json.member("open", shelves.tally.openQuestions)
  }

  private func writeRoom(into json: inout JSONWriter) {
    guard let room else { return }
    json.member("title", room.title)
    json.member("phase", room.phase.rawValue)
    if room.revealed { json.member("issues", shelves.count(.issue)) }
    json.member("solutions", shelves.count(.solution))
    json.member("promoted", shelves.tally.promotedSolutions)
    json.member("shows", room.shows.map(\.description))
  }

  /// What a list of shows is compared by.
  private static let headline = [
    "gmv", "watch_uv", "peak_online", "avg_online", "avg_watch_sec", "pay_cnt", "view_pay_rate",
    "uv_value", "gpm",
    "new_follow", "wecom_new",
  ]

  private static func told(_ metrics: [String], _ value: (String) -> Double?) -> [String: Double] {
    metrics.reduce(into: [:]) { values, metric in values[metric] = value(metric) }
  }
}
