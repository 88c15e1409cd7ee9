import JSON
import Testing

@Suite struct `A cursor through JSON` {
  private enum Word: String, CaseIterable { case one, two }
  private enum Name: String, CaseIterable { case id, n, w, list, on, v }
  private enum Short: String, CaseIterable {
    case n, seqs
    case eight = "eightchr"
    case nine = "nine-char"
    case fifteen = "fifteen-letters"
  }

  private func cursor(_ text: String) -> JSONCursor { JSONCursor(Array(text.utf8)) }

  @Test func `reads members and elements in the order they stand, and skips what it is not asked for`() throws {
    var cursor = cursor(
      #" { "id" : "a\"b" , "n":-3, "w":"one","list":[1 ,2.0], "more":{"x":[{}]},"on":true,"v":null } "#)
    var told: [String] = []
    try cursor.members(JSONWords<Name>()) { name, cursor in
      switch name {
      case .id: told.append(try cursor.string())
      case .n: told.append("\(try cursor.int(Int64.self))")
      case .w: told.append("\(try cursor.word(JSONWords<Word>()))")
      case .list: try cursor.elements { told.append("\(try $0.int(Int.self))") }
      case .on: told.append("\(try cursor.bool())")
      case .v: told.append(try cursor.value().isNull ? "null" : "")
      }
    }
    try cursor.end()
    #expect(told == ["a\"b", "-3", "one", "1", "2", "true", "null"])
  }

  @Test(arguments: ["n", "seqs", "eightchr", "nine-char", "fifteen-letters"])
  func `a name is known by all of its bytes, wherever it stands and whatever was looked for first`(name: String) throws
  {
    for text in [#"{"\#(name)":1}"#, #"{"\#(name)":1,"and":"much more behind it"}"#, #"{"and":[1],"\#(name)" : 1}"#] {
      var cursor = cursor(text)
      var found: [String] = []
      try cursor.members(JSONWords<Short>()) { known, cursor in
        found.append(known.rawValue)
        try cursor.skip()
      }
      try cursor.end()
      #expect(found == [name])
    }
  }

  @Test func `names come in any order, and twice if they are there twice`() throws {
    var cursor = cursor(#"{"seqs":1,"n":2,"nine-char":3,"eightchr":4,"n":5,"fifteen-letters":6,"seqs":7}"#)
    var found: [String] = []
    try cursor.members(JSONWords<Short>()) { name, cursor in
      found.append("\(name.rawValue)\(try cursor.int(Int.self))")
    }
    try cursor.end()
    #expect(found == ["seqs1", "n2", "nine-char3", "eightchr4", "n5", "fifteen-letters6", "seqs7"])
  }

  @Test func `a longer name, a shorter and one that differs at its end are skipped; one with escapes is what it means`()
    throws
  {
    var cursor = cursor(
      #"{"fifteen-letters!":1,"fifteen-letter":1,"seq":[{}],"seqt":1,"":{},"\u0073eqs":2,"more":"to come"}"#)
    var found: [String] = []
    try cursor.members(JSONWords<Short>()) { name, cursor in
      found.append("\(name.rawValue)\(try cursor.int(Int.self))")
    }
    try cursor.end()
    #expect(found == ["seqs2"])
  }

  @Test(arguments: [
    (#"{"n":1,"seqs":2}"#, true), (#"{ }"#, true), (#"{"seqs":2,"n":1}"#, true), (#"{"n":1,"n":2}"#, false),
    (#"{"n":1,"other":2}"#, false), (#"{"n":1,"seqs":2,"\u006e":3}"#, false),
  ])
  func `members that are all there may be, throw at another and at one that comes twice`(text: String, isRead: Bool) {
    var cursor = cursor(text)
    func read() throws { try cursor.onlyMembers(JSONWords<Short>()) { _, cursor in try cursor.skip() } }
    if isRead { #expect(throws: Never.self) { try read() } } else { #expect(throws: DecodingError.self) { try read() } }
  }

  @Test func `a word is one of those that are known, or a mismatch`() throws {
    var cursor = cursor(#"["two","one","\u0074wo","three","twofold"]"#)
    var read: [Word?] = []
    try cursor.elements { cursor in
      do { read.append(try cursor.word(JSONWords<Word>())) } catch is DecodingError { read.append(nil) }
    }
    try cursor.end()
    #expect(read == [.two, .one, .two, nil, nil])
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
        try cursor.members(JSONWords<Name>()) { _, _ in Issue.record("a member") }
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
      try cursor.elements { _ = try $0.word(JSONWords<Word>()) }
    }
  }
}
