/// Users' names, of which only the first character is kept.
public enum Nickname {
  /// `小满不加糖` becomes `小**`, `用户7731` `用**`; a masked name stays as it is; nothing stays nothing.
  public static func mask(_ name: String) -> String {
    guard let first = name.first(where: { !isInvisible($0) && $0 != "*" && $0 != "＊" }) else {
      return name.contains(where: { !isInvisible($0) }) ? "**" : ""
    }
    // A family emoji is one character of seven scalars; a pile of accents is not a name.
    let head = first.unicodeScalars.count <= 12 ? String(first) : String(first.unicodeScalars.prefix(1))
    return head + "**"
  }

  private static func isInvisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
        .nonspacingMark, .enclosingMark:
        true
      default: false
      }
    }
  }
}
