import JSON

extension LogFold {
  func summarisePlaybook(into json: inout JSONWriter) {
    json.member("entries", shelves.count(.entry))
    json.member("trial", shelves.tally.trialEntries)
    json.member("inForce", shelves.tally.entriesInForce)
  }
}
