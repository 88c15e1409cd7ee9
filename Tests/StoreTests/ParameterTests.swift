import Postgres
import ServiceLoop
import StoreTesting
import Testing

@Suite struct `Parameters and columns` {
  static let awkward: [String?] = [
    "", " ", "plain", "a,b", "{curly}", #"quo"te"#, "back\\slash", #"\""#, "NULL", "null", nil, "复盘台", "👩‍👩‍👧‍👦", "new\nline",
    "\t",
    "'; drop table log; --", "$1", "\u{1}", String(repeating: "长", count: 5000),
  ]

  private func echo(_ type: String, _ parameter: Parameter) throws -> Row {
    try BlockingConnection(TemporaryCluster.shared.database(), name: "test").query("select $1::\(type)", [parameter])[0]
  }

  @Test func `arrays of text keep every character, and NULL apart from its name`() throws {
    let rows = try BlockingConnection(TemporaryCluster.shared.database(), name: "test").query(
      "select value from unnest($1::text[]) with ordinality as row (value, number) order by number",
      [.texts(Self.awkward)])
    #expect(rows.map { $0.optionalText(0) } == Self.awkward)
  }

  @Test func `arrays of every kind`() throws {
    let numbers: [Int64?] = [0, -1, .max, .min, nil, 42]
    let ids: [(UInt64, UInt64)] = [(0, 0), (.max, .max), (0x0102_0304_0506_0708, 0x090a_0b0c_0d0e_0f10)]
    let bytes: [[UInt8]?] = [[], [0], [0, 255, 92, 39], nil]
    let json = [#"{"a":"\"\\"}"#, "[]", "null", #""🎉""#].map { Array($0.utf8) }
    let rows = try BlockingConnection(TemporaryCluster.shared.database(), name: "test").query(
      """
      select number, id, bytes, jsonb, json
      from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::jsonb[], $5::json[])
        with ordinality as row (number, id, bytes, jsonb, json, position)
      order by position
      """,
      [.bigints(numbers), .uuids(ids.map { (high: $0.0, low: $0.1) }), .byteas(bytes), .jsonbs(json), .jsons(json)])
    #expect(rows.map { $0.optionalInteger(0) } == numbers)
    #expect(rows.prefix(3).allSatisfy { row in ids.contains { $0 == row.uuid(1) } })
    #expect(rows[2].uuid(1) == ids[2])
    #expect(rows.prefix(4).map { $0.optionalBytes(2) } == bytes)
    #expect(
      rows.prefix(4).map { String(decoding: $0.json(3), as: UTF8.self) } == [#"{"a": "\"\\"}"#, "[]", "null", #""🎉""#])
    // As it came, to the byte.
    #expect(rows.prefix(4).map { $0.json(4) } == json)
  }

  @Test func `an empty array is one`() throws {
    #expect(try echo("text[] is not null and cardinality($1::text[]) = 0", .texts([])).boolean(0))
    #expect(try echo("bigint[] is not null and cardinality($1::bigint[]) = 0", .bigints([])).boolean(0))
  }

  @Test func `single values`() throws {
    #expect(try echo("bigint", .bigint(.min)).integer(0) == .min)
    #expect(try echo("bigint", .bigint(nil)).isNull(0))
    #expect(try echo("integer", .integer(-7)).integer(0) == -7)
    #expect(try echo("boolean", .boolean(true)).boolean(0))
    #expect(try echo("text", .text("")).text(0) == "")
    #expect(try echo("bytea", .bytea([])).bytes(0) == [])
    #expect(try echo("uuid", .uuid((1, 2))).uuid(0) == (1, 2))
    #expect(try String(decoding: echo("jsonb", .jsonb(Array("[1]".utf8))).json(0), as: UTF8.self) == "[1]")
    #expect(try echo("text", .null).optionalText(0) == nil)
  }
}
