/// Comments in the sources of a page are for who reads the sources: a quarter of what it weighs.
enum Comments {
  private static let lineBreak = UInt8(ascii: "\n")
  private static let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]

  /// `source` without the lines that are nothing but comment. Their ends stay, so that a fault is told with its own line.
  ///
  /// It stays as it is where a template literal spans lines, for what looks like a comment in it is text, and where code
  /// follows the end of a comment of several lines. A licence (`/*!`) stays. Only scripts have comments of one line.
  static func leftOut(of source: [UInt8], isScript: Bool) -> [UInt8] {
    var sent: [UInt8] = []
    sent.reserveCapacity(source.count)
    var isInside = false
    var isFirst = true
    for line in source.split(separator: lineBreak, omittingEmptySubsequences: false) {
      if !isFirst { sent.append(lineBreak) }
      isFirst = false
      let text = line.drop { blanks.contains($0) }
      if isInside {
        guard let rest = text.behindEnd else { continue }
        guard rest.allSatisfy(blanks.contains) else { return source }
        isInside = false
      } else if isScript && text.starts(with: "//".utf8) {
        continue
      } else if text.starts(with: "/*".utf8) && !text.starts(with: "/*!".utf8) {
        guard let rest = text.dropFirst(2).behindEnd else {
          isInside = true
          continue
        }
        if !rest.allSatisfy(blanks.contains) { sent += line }
      } else {
        if isScript && !line.count(where: { $0 == UInt8(ascii: "`") }).isMultiple(of: 2) { return source }
        sent += line
      }
    }
    return sent
  }
}

extension ArraySlice<UInt8> {
  /// What follows the first `*/`; nil where there is none.
  fileprivate var behindEnd: Self? {
    for index in indices.dropLast() where self[index] == UInt8(ascii: "*") && self[index + 1] == UInt8(ascii: "/") {
      return self[(index + 2)...]
    }
    return nil
  }
}
