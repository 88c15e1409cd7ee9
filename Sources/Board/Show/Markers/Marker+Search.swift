extension Marker: Findable {
  var searchLine: SearchLine? {
    guard let text else { return nil }
    var line = SearchLine(.marker, id, title: text)
    line.offset = offset
    return line
  }
}
