import JSON
import Testing

@Suite struct `Reading a command's arguments` {
  enum Role: String, CaseIterable { case host, floor }

  @Test func `each is read by name and kind`() throws {
    var arguments = try Arguments([
      "text": "  先讲场景\n再报价 ", "at": 48, "gmv": 12.5, "goal": 3, "blind": true, "role": "host", "id": "0198-a_B.c:1",
      "roles": ["host", "floor"], "steps": [["text": "一"], ["text": "二"]], "metric": ["key": "gmv"], "tags": ["a"],
      "nothing": .null,
    ])
    #expect(try arguments.text("text", 1...2000, multiline: true) == "先讲场景\n再报价")
    #expect(try arguments.int("at", 0...100) == 48)
    #expect(try arguments.double("gmv", 0...100) == 12.5)
    #expect(try arguments.double("goal", 0...100) == 3)
    #expect(try arguments.bool("blind"))
    #expect(try arguments.oneOf("role", as: Role.self) == .host)
    #expect(try arguments.id("id") == "0198-a_B.c:1")
    #expect(try arguments.someOf("roles", as: Role.self, 1...5) == [.host, .floor])
    #expect(try arguments.texts("tags", 0...3, each: 1...5) == ["a"])
    for var step in try arguments.objects("steps", 1...3) {
      _ = try step.text("text", 1...10)
      try step.end()
    }
    var metric = try arguments.object("metric")
    #expect(try metric.text("key", 1...40) == "gmv")
    try metric.end()
    #expect(try arguments.optionalText("nothing", 1...10) == nil)
    try arguments.end()
  }

  @Test func `what is typed comes out composed, trimmed and without invisible marks`() throws {
    var arguments = try Arguments(["a": " cafe\u{301}\u{3000}", "b": "\u{202E}羊\u{FEFF}绒", "c": "一\r\n二\r三", "d": "👩‍👧"])
    #expect(Array(try arguments.text("a", 1...4).unicodeScalars) == Array("caf\u{e9}".unicodeScalars))
    #expect(Array(try arguments.text("b", 1...2).unicodeScalars) == Array("羊绒".unicodeScalars))
    #expect(Array(try arguments.text("c", 1...5, multiline: true).unicodeScalars) == Array("一\n二\n三".unicodeScalars))
    #expect(try arguments.text("d", 3...3) == "👩‍👧")
  }

  @Test func `what cannot be seen is no part of a name, and alone is no name`() throws {
    let plain = "小林"
    let dressed = [
      "小\u{200B}林", "\u{200E}小林\u{200F}", "小\u{AD}林", "小\u{2060}林", "\u{2068}小林\u{2069}", "小\u{200D}林",
      "\u{3164}小林", "小林\u{2800}", "小\u{E0041}林", "\u{FE0F}小林", "小\u{61C}林", "\u{FFF9}小林\u{FFFB}",
    ]
    var arguments = try Arguments(["names": .array(dressed.map { .string($0) })])
    let names = try arguments.texts("names", 1...20, each: 1...20)
    #expect(names.allSatisfy { Array($0.unicodeScalars) == Array(plain.unicodeScalars) })
    for nobody in ["\u{200B}", "\u{2800}\u{3164}", "\u{202E}\u{200D}", "\u{FE0F}\u{E0020}", "\u{AD}"] {
      var arguments = try Arguments(["name": .string(nobody)])
      #expect(throws: ArgumentFault(field: "name", problem: .missing)) { try arguments.text("name", 1...20) }
    }
  }

  @Test func `what an emoji or a variant of an ideograph is made of stays`() throws {
    for whole in ["👩‍👩‍👧", "❤️‍🔥", "1️⃣", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "葛\u{E0100}"] {
      var arguments = try Arguments(["name": .string("阿\(whole)")])
      #expect(Array(try arguments.text("name", 1...20).unicodeScalars) == Array("阿\(whole)".unicodeScalars))
    }
  }

  @Test func `of more names than any command has, none is read`() throws {
    func named(_ count: Int) -> JSON {
      var object = JSONObject()
      for number in 0..<count { object["a\(number)"] = .int(number) }
      return .object(object)
    }
    var most = try Arguments(named(63))
    for number in 0..<63 { #expect(try most.int("a\(number)", 0...63) == number) }
    try most.end()
    #expect(throws: ArgumentFault(field: "", problem: .tooLong(limit: 63))) { try Arguments(named(64)) }
  }

  @Test func `each refusal names its field and its reason`() {
    typealias Reading = (inout Arguments) throws(ArgumentFault) -> Void
    let table: [(JSON, String, ArgumentFault.Problem, Reading)] = [
      ([:], "text", .missing, { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (["text": .null], "text", .missing, { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (["text": "  "], "text", .missing, { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (["text": 5], "text", .wrongType, { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (["text": "羊绒羊绒羊绒"], "text", .tooLong(limit: 5), { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (["text": "羊"], "text", .tooShort(limit: 2), { a throws(ArgumentFault) in _ = try a.text("text", 2...5) }),
      (["text": "a\nb"], "text", .invalid, { a throws(ArgumentFault) in _ = try a.text("text", 1...5) }),
      (
        ["text": "a\u{7}b"], "text", .invalid,
        { a throws(ArgumentFault) in _ = try a.text("text", 1...5, multiline: true) }
      ),
      (["n": 6], "n", .outOfRange, { a throws(ArgumentFault) in _ = try a.int("n", 1...5) }),
      (["n": 1.5], "n", .wrongType, { a throws(ArgumentFault) in _ = try a.int("n", 1...5) }),
      (["n": "1"], "n", .wrongType, { a throws(ArgumentFault) in _ = try a.int("n", 1...5) }),
      (["n": 1e300], "n", .outOfRange, { a throws(ArgumentFault) in _ = try a.double("n", 1...5) }),
      (["b": 1], "b", .wrongType, { a throws(ArgumentFault) in _ = try a.bool("b") }),
      (["role": "boss"], "role", .invalid, { a throws(ArgumentFault) in _ = try a.oneOf("role", as: Role.self) }),
      (["id": "a b"], "id", .invalid, { a throws(ArgumentFault) in _ = try a.id("id") }),
      (["ids": ["a", "a"]], "ids[1]", .invalid, { a throws(ArgumentFault) in _ = try a.ids("ids", 1...2) }),
      (
        ["ids": ["a", "b", "c"]], "ids", .tooLong(limit: 2), { a throws(ArgumentFault) in _ = try a.ids("ids", 1...2) }
      ),
      (
        ["steps": [["x": 1]]], "steps[0].x", .unknown,
        { a throws(ArgumentFault) in
          for step in try a.objects("steps", 0...9) { try step.end() }
        }
      ),
      (
        ["a": 1, "zz": 1], "zz", .unknown,
        { a throws(ArgumentFault) in
          _ = try a.int("a", 0...9)
          try a.end()
        }
      ),
    ]
    for (json, field, problem, reading) in table {
      #expect(throws: ArgumentFault(field: field, problem: problem), "\(json.text)") {
        var arguments = try Arguments(json)
        try reading(&arguments)
      }
    }
    #expect(throws: ArgumentFault(field: "", problem: .wrongType)) { try Arguments([1]) }
  }
}
