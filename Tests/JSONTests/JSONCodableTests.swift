import Foundation
import JSON
import Testing

/// Bodies written by Foundation's coders are stored: ours must write what those read, and read what those wrote.
@Suite struct `Values as JSON, by their Codable conformance` {
  private enum Word: String, Codable { case one, two }
  private struct Inner: Codable, Equatable {
    var id: Int64
    var share: Double
    var note: String?
    var words: [Word]
  }
  private enum Shape: Codable, Equatable {
    case plain
    case named(name: String, count: Int?)
    case held(inner: Inner)
  }
  private struct Outer: Codable, Equatable {
    var shapes: [Shape]
    var totals: [String: Int]
    var nested: [[Bool]]
    var maybe: [Int?]
    var none: Inner?
  }

  private static let values: [Outer] = [
    Outer(shapes: [], totals: [:], nested: [], maybe: [], none: nil),
    Outer(
      shapes: [
        .plain, .named(name: "\"羊\"\n", count: nil), .named(name: "", count: .min),
        .held(inner: Inner(id: .max, share: 0.1, note: nil, words: [.one, .two])),
      ],
      totals: ["": 0, "a\\b": -1, "成交": 12], nested: [[], [true, false]], maybe: [nil, 3],
      none: Inner(id: 0, share: 3, note: "备注", words: [])),
  ]

  private func written(_ value: some Encodable) throws -> [UInt8] {
    var json = JSONWriter()
    try json.encode(value)
    return json.bytes
  }

  @Test(arguments: values.indices) func `what is written is read back, here and by Foundation`(index: Int) throws {
    let value = Self.values[index]
    let bytes = try written(value)
    #expect(try JSON.decode(Outer.self, from: bytes) == value)
    #expect(try JSONDecoder().decode(Outer.self, from: Data(bytes)) == value)
  }

  @Test(arguments: values.indices) func `what Foundation wrote is read`(index: Int) throws {
    let value = Self.values[index]
    #expect(try JSON.decode(Outer.self, from: Array(try JSONEncoder().encode(value))) == value)
  }

  @Test func `an encoded value stands among what is written by hand`() throws {
    var json = JSONWriter()
    json.beginArray()
    json.int(1)
    try json.encode([Word.one])
    try json.encode(["k": Word.two])
    json.string("end")
    json.endArray()
    #expect(json.text == #"[1,["one"],{"k":"two"},"end"]"#)
  }

  @Test func `a whole number is read from a double that is whole, and from no other`() throws {
    #expect(try JSON.decode([Int].self, from: Array("[3.0,-1e2]".utf8)) == [3, -100])
    #expect(throws: DecodingError.self) { try JSON.decode([Int].self, from: Array("[3.5]".utf8)) }
    #expect(throws: DecodingError.self) { try JSON.decode([UInt8].self, from: Array("[300]".utf8)) }
  }

  @Test(arguments: [
    #"{"totals":{}}"#, #"{"shapes":{},"totals":{},"nested":[],"maybe":[]}"#,
    #"{"shapes":[{"named":{}}],"totals":{},"nested":[],"maybe":[]}"#,
    #"{"shapes":[{"unknown":{}}],"totals":{},"nested":[],"maybe":[]}"#,
    #"{"shapes":[],"totals":{"a":"1"},"nested":[],"maybe":[]}"#,
  ])
  func `another shape is refused`(text: String) {
    #expect(throws: DecodingError.self) { try JSON.decode(Outer.self, from: Array(text.utf8)) }
  }

  @Test func `what is no JSON is refused as such`() {
    #expect(throws: JSONFault.self) { try JSON.decode([Int].self, from: Array("[1".utf8)) }
  }
}
