import JSON
import Testing

@Suite struct `Writing JSON` {
  @Test func `members, arrays and raw bytes stand in order with their commas`() {
    var json = JSONWriter()
    json.object { json in
      json.member("id", "i1")
      json.member("n", 3)
      json.member("absent", nil as Int?)
      json.member("put", raw: Array(#"{"a":1}"#.utf8))
      json.array("list") { json in
        json.int(1)
        json.object { $0.member("ok", true) }
        json.beginArray()
        json.endArray()
        json.null()
      }
      json.object("inner") { _ in }
      json.member("roles", ["host", "floor"])
    }
    #expect(
      json.text
        == #"{"id":"i1","n":3,"put":{"a":1},"list":[1,{"ok":true},[],null],"inner":{},"roles":["host","floor"]}"#)
  }

  @Test func `only what must be escaped is escaped`() {
    #expect(
      JSON.string("a\"\\\n\r\t\u{1}\u{1f}/羊\u{2028}😀\u{7f}").text
        == "\"a\\\"\\\\\\n\\r\\t\\u0001\\u001f/羊\u{2028}😀\u{7f}\"")
  }

  @Test(arguments: ["\"", "\\", "\u{1f}"], [" ", "!", "#", "[", "]", "\u{7f}", "羊", "é"])
  func `what must be escaped is found wherever it stands, and nothing else is taken for it`(
    special: String, harmless: String
  ) throws {
    for length in 0..<20 {
      let plain = String(repeating: harmless, count: length)
      #expect(JSON.string(plain).text == "\"\(plain)\"")
      for place in 0...length {
        let text =
          String(repeating: harmless, count: place) + special + String(repeating: harmless, count: length - place)
        #expect(JSON.string(text).text.contains("\\"))
        #expect(try JSONReader.parse(JSON.string(text).text) == .string(text))
      }
    }
  }

  @Test(arguments: [0, 9, 10, 99, 100, 1_774_000_000_000, Int64.max, -1, -10, Int64.min])
  func `a whole number is written in full`(value: Int64) {
    #expect(JSON.number(.int(value)).text == String(value))
  }

  @Test(arguments: [0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -2.5, 100, 1e21, 1e-7, 231_182.0])
  func `a double reads back as itself`(value: Double) throws {
    #expect(try JSONReader.parse(JSON.double(value).text) == .double(value))
  }

  @Test func `what JSON cannot say becomes null`() {
    #expect(JSON.array([.double(.nan), .double(.infinity)]).text == "[null,null]")
  }
}
