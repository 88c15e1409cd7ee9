extension Solution: Findable {
  var searchLine: SearchLine? {
    guard erased == nil else { return nil }
    var line = SearchLine(.solution, id, title: text)
    (line.text, line.role) = (due ?? "", owner)
    return line
  }
}
