extension Comment: Findable {
  /// It is no client's record. Whether its issue is turned is asked by the fold.
  var isOpenToAll: Bool { withdrawnBy == nil && erased == nil }

  /// As old as its review, as a card is: nobody learns by it when an anonymous one was written.
  var searchLine: SearchLine? {
    var line = SearchLine(.comment, id, title: text)
    line.issue = issue
    return line
  }
}
