import JSON

extension LogFold {
  func summariseDirectory(into json: inout JSONWriter) {
    json.member("members", shelves.tally.activeMembers)
    json.member("channels", shelves.count(.channel))
  }
}
