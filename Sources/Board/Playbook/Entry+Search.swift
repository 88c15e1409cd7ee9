extension Entry: Findable {
  var searchLine: SearchLine? {
    guard erased == nil else { return nil }
    var line = SearchLine(.entry, id, title: title)
    line.text = [trigger, text].compactMap { $0 }.joined(separator: "\n")
    (line.at, line.no) = (at, no)
    return line
  }
}
