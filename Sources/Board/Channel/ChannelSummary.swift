import JSON

extension LogFold {
  func summariseChannel(into json: inout JSONWriter) {
    json.member("shows", shelves.count(.show) - shelves.tally.hiddenShows)
    json.member("rooms", shelves.count(.room))
  }
}
