extension Action: Findable {
  /// One that was put away is in the whole list, and is found as well.
  var isOpenToAll: Bool { erased == nil }

  var searchLine: SearchLine? {
    var line = SearchLine(.action, id, title: text)
    (line.text, line.role, line.at) = (reason ?? "", owner, at)
    return line
  }
}
