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

  @Test(arguments: ["n", "seqs", "eightchr", "nine-char", "sixteen-letters!"])
  func `a name is known by all of its bytes, wherever it stands`(name: String) throws {
    for text in [#"{"\#(name)":1}"#, #"{"\#(name)":1,"and":"much more behind it"}"#] {
      var cursor = cursor(text)
      var found = ""
      try cursor.members { read, cursor in
        switch read {
        case "n": found = "n"
        case "seqs": found = "seqs"
        case "eightchr": found = "eightchr"
        case "nine-char": found = "nine-char"
        case "sixteen-letters!": found = "sixteen-letters!"
        default: break
        }
        try cursor.skip()
      }
      #expect(found == name)
    }
  }

  @Test func `a longer name, a shorter and one that differs at its end are others; one with escapes is what it means`()
    throws
  {
    var cursor = cursor(#"{"sixteen-letters!!":1,"seq":1,"seqt":1,"\u0073eqs":1}"#)
    var known: [Bool] = []
    try cursor.members { name, cursor in
      switch name {
      case "seqs", "sixteen-letters!": known.append(true)
      default: known.append(false)
      }
      try cursor.skip()
    }
    try cursor.end()
    #expect(known == [false, false, false, true])
  }

  @Test func `names that are data are texts, or whatever is made of them`() throws {
    let text = #"{"a":1,"b\n":2}"#
    var told: [String] = []
    var texts = cursor(text)
    try texts.entries { name, cursor in told.append("\(name)\(try cursor.int(Int.self))") }
    try texts.end()
    #expect(told == ["a1", "b\n2"])
    var lengths: [Int] = []
    var made = cursor(text)
    try made.entries { (utf8: Span<UInt8>) in
      utf8.count
    } _: { count, cursor in
      lengths += [count, try cursor.int()]
    }
    #expect(lengths == [1, 1, 2, 2])
    var refused = cursor(text)
    #expect(throws: DecodingError.self) {
      try refused.entries { (_: Span<UInt8>) -> Int? in
        nil
      } _: { (_: Int, _) in
      }
    }
  }

  @Test(arguments: [0, 7, -7, 123_456_789_012_345_678, 1_234_567_890_123_456_789, .max, .min])
  func `a whole number of any length is read`(number: Int64) throws {
    var cursor = cursor("[\(number)]")
    try cursor.elements { cursor in
      let read: Int64 = try cursor.int()
      #expect(read == number)
    }
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
