extension Show: Findable {
  var searchLine: SearchLine? {
    var line = SearchLine(.show, id, title: title)
    line.at = origin
    return line
  }
}
