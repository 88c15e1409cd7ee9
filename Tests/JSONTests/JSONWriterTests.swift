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

  @Test(arguments: [0.1, 1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -2.5, 100, 1e21, 1e-7, 231_182.0])
  func `a double reads back as itself`(value: Double) throws {
    #expect(try JSONReader.parse(JSON.double(value).text) == .double(value))
  }

  @Test func `what JSON cannot say becomes null`() {
    #expect(JSON.array([.double(.nan), .double(.infinity)]).text == "[null,null]")
  }
}
