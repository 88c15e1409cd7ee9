extension Room: Findable {
  var searchLine: SearchLine? {
    var line = SearchLine(.room, id, title: title)
    line.at = openedAt
    return line
  }
}
