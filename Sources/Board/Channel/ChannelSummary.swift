import JSON

extension LogFold {
  func summariseChannel(into json: inout JSONWriter) {
    json.member("shows", shelves.count(.show))
    json.member("rooms", shelves.count(.room))
  }
}
