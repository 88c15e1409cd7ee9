import JSON

extension LogFold {
  func summariseShow(into json: inout JSONWriter) {
    guard let show else { return }
    json.member("title", show.title)
    json.member("channel", show.channel)
    json.member("plannedStart", show.plannedStart)
    json.member("start", show.start)
    json.member("end", show.end)
    // Beside the log stand the figures of this edition: a log last appended to by a build that wrote none, or others, lacks
    // it, and has them written anew.
    json.member("figures", Figure.edition)
    json.member(
      "goals", numbers: Self.told(["gmv", "watch_uv"]) { goal($0)?.value })
    let values = latestNumbers?.values
    json.member("latest", numbers: Self.told(Self.headline) { values?[$0] })
    json.member("questions", shelves.tally.questions)
    json.member("open", shelves.tally.openQuestions)
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
