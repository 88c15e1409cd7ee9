import JSON
import Testing

@Suite struct `A cursor through JSON` {
  private enum Word: String { case one }

  private func cursor(_ text: String) -> JSONCursor { JSONCursor(Array(text.utf8)) }

  @Test func `reads members and elements in the order they stand, and skips what it is not asked for`() throws {
    var cursor = cursor(
      #" { "id" : "a\"b" , "n":-3, "w":"one","list":[1 ,2.0], "more":{"x":[{}]},"on":true,"v":null } "#)
    var told: [String] = []
    try cursor.members { name, cursor in
      switch name {
      case "id": told.append(try cursor.string())
      case "n": told.append("\(try cursor.int(Int64.self))")
      case "w": told.append("\(try cursor.word(Word.self))")
      case "list": try cursor.elements { told.append("\(try $0.int(Int.self))") }
      case "on": told.append("\(try cursor.bool())")
      case "v": told.append(try cursor.value().isNull ? "null" : "")
      default: try cursor.skip()
      }
    }
    try cursor.end()
    #expect(told == ["a\"b", "-3", "one", "1", "2", "true", "null"])
  }

  @Test func `empty ones have nothing to read`() throws {
    var cursor = cursor("[{},[ ],{ }]")
    var count = 0
    try cursor.elements { cursor in
      count += 1
      if count == 2 {
        try cursor.elements { _ in Issue.record("an element") }
      } else {
        try cursor.members { _, _ in Issue.record("a member") }
      }
    }
    try cursor.end()
    #expect(count == 3)
  }

  @Test(arguments: ["[1", "[1 2]", "[1,]", "[,1]", #"[{"a" 1}]"#, #"[{"a":1,}]"#, "[1]]", "", "[01]", "[\u{1}]"])
  func `what is no JSON throws`(text: String) {
    #expect(throws: (any Error).self) {
      var cursor = cursor(text)
      try cursor.elements { try $0.skip() }
      try cursor.end()
    }
  }

  @Test(arguments: ["{}", "3", "\"a\"", "null"]) func `another kind of value throws`(text: String) {
    #expect(throws: DecodingError.self) {
      var cursor = cursor(text)
      try cursor.elements { try $0.skip() }
    }
    #expect(throws: DecodingError.self) {
      var cursor = cursor("[\(text)]")
      try cursor.elements { _ = try $0.word(Word.self) }
    }
  }
}
