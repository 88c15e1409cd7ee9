import JSON

extension LogFold {
  /// What lists of closed rooms show over time: minutes, issues talked about, and what it was worth.
  func summariseReport(into json: inout JSONWriter) {
    guard let room, room.phase == .closed else { return }
    if let spent = room.spent, spent.reviewing > 0 {
      json.member("reviewing", spent.reviewing)
      json.member("solving", spent.milliseconds(in: .solve))
    }
    let talked = talkedIssues
    if talked > 0 { json.member("talked", talked) }
    json.member("worth", number: counted?.worth)
  }
}
