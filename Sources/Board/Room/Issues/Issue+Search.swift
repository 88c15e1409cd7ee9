extension Issue: Findable {
  /// Not before it is turned, not even for its author: the index has one state for all.
  var isOpenToAll: Bool { revealed && erased == nil }

  var searchLine: SearchLine? {
    var line = SearchLine(.issue, id, title: text)
    (line.text, line.role, line.no, line.offset) = (tags.joined(separator: " "), role.role, no, offset)
    return line
  }
}
