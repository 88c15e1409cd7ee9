import Board
import JSON
import Metrics
import Tables
import Testing

@testable import Service

@Suite struct `A file of no word that is known` {
  private static let bytes = Array("甲,乙,丙\n19:59,讲解,围巾\n20:01,讲解,毛衣\n".utf8)
  private static let mapping: ColumnMapping = ["甲": .field("time"), "乙": .field("kind")]

  private static func agreement(_ kind: ImportFile, _ mapping: ColumnMapping = [:]) -> FileAgreement {
    var agreement = FileAgreement()
    agreement.kind = kind
    agreement.mapping = mapping.isEmpty ? [:] : [kind: mapping]
    return agreement
  }

  @Test func `is previewed with all its columns to be chosen, as whatever kind it is said to be`() throws {
    #expect(throws: TableFault.unrecognised) { try Desk().preview(Self.bytes) }
    for kind in ImportFile.allCases {
      let told = try Desk().preview(Self.bytes, as: [kind], Self.agreement(kind)).told["parts"]?.array?.first
      #expect(told?["kind"]?.string == kind.rawValue && told?["doubts"] == ["unmapped"] && told?["asks"] == true)
      let columns = try #require(told?["columns"]?.array)
      #expect(columns.map { $0["meaning"] } == Array(repeating: ["ignored": "unknown"], count: 3))
      #expect(columns[2]["samples"] == [["raw": "围巾", "read": .null], ["raw": "毛衣", "read": .null]])
      #expect(told?["rows"] == 2 && told?["accepted"] == 0 && told?["header"] == 1 && told?["bad"] == 0)
    }
  }

  @Test func `is not stored before what must be there is mapped, and not where nobody can be asked`() throws {
    let desk = try Desk()
    var asked = Self.agreement(.markers, ["甲": .field("time")])
    asked.kinds = [.markers]
    let preview = try desk.preview(Self.bytes, as: [.markers], asked)
    #expect(throws: ImportFault.asks) { try preview.agreed(asked) }
    #expect(throws: TableFault.unrecognised) { try preview.requireNothingAsked() }
    asked.mapping = [.markers: Self.mapping]
    let mapped = try desk.preview(Self.bytes, as: [.markers], asked)
    #expect(try mapped.agreed(asked).map(\.part.accepted) == [2])
  }

  @Test func `is read without asking once its columns are remembered`() throws {
    var desk = try Desk()
    let part = try desk.read(Self.bytes, as: [.markers], Self.agreement(.markers, Self.mapping)).parts[0]
    try desk.channel.serve("mapping.remember", try #require(part.remembering(Self.mapping)))
    let again = try desk.preview(Self.bytes)
    #expect(again.parts.map(\.part.kind) == [.markers] && again.parts[0].part.accepted == 2)
    #expect(again.parts[0].part.doubts.isEmpty && again.parts[0].part.remembered == ["甲", "乙"])
  }

  @Test func `is asked what it lacks where the channel remembers but some of its columns`() throws {
    var desk = try Desk()
    let part = try desk.read(Self.bytes, as: [.markers], Self.agreement(.markers, Self.mapping)).parts[0]
    try desk.channel.serve("mapping.remember", try #require(part.remembering(Self.mapping)))
    let other = try desk.preview(Array("甲,丁\n19:59,讲解\n".utf8))
    #expect(other.parts.map(\.part.kind) == [.markers] && other.parts[0].part.doubts == [.unmapped])
    // What is recognised as something else is that.
    let known = try desk.preview(Array("甲,场观,成交金额\n好,5,6\n".utf8))
    #expect(known.parts.map(\.part.kind) == [.summary] && known.parts[0].part.doubts.isEmpty)
    #expect(throws: TableFault.unrecognised) { try desk.preview(Array("子,丑\n19:59,讲解\n".utf8)) }
  }

  @Test func `of a kind that it is not has what it knows of that kind, and asks for the rest`() throws {
    let part = try Desk().read(Desk.sample("goals.csv"), as: [.markers], Self.agreement(.markers)).parts[0]
    #expect(part.doubts == [.unmapped] && part.kind == .markers)
  }

  @Test func `of several sheets shows the first, or the one whose columns were mapped`() throws {
    let bytes = try Desk.sample("douyin-show.xlsx")
    let sheets = try TableFile(bytes).sheets
    let (first, last) = (try #require(sheets.first), try #require(sheets.last))
    #expect(first.name != last.name)
    let asked = try Desk().read(bytes, as: [.goals], Self.agreement(.goals))
    #expect(asked.parts[0].sheets == [first.name] && asked.unread.contains(last.name))
    let own = try #require(
      last.table.headers.first { header in !first.table.headers.contains { $0.key == header.key } })
    let mapped = try Desk().read(bytes, as: [.goals], Self.agreement(.goals, [own.key: .field("metric")]))
    #expect(mapped.parts[0].sheets == [last.name] && mapped.parts[0].doubts == [.unmapped])
  }
}

@Suite struct `Of a summary of several rows` {
  private static let bytes = Array(
    "三月\n直播主题,开播时间,成交金额\n早场,2026-03-11 09:00,5\n羊绒专场,2026-03-12 19:58,6\n".utf8)

  @Test func `the cells of the show at hand stand first, and their line is told`() throws {
    var desk = try Desk()
    try desk.show.say("snapshot.take", ["values": ["gmv": 6]])
    let part = try desk.preview(Self.bytes).told["parts"]?.array?.first
    #expect(part?["header"] == 2 && part?["line"] == 4)
    #expect(part?["choices"]?.array?.map { $0["line"] } == [3, 4])
    let gmv = part?["columns"]?.array?[2]
    #expect(gmv?["now"]?.double == 6)
    #expect(
      gmv?["samples"] == [["raw": "6", "read": ["number": 6.0]], ["raw": "5", "read": ["number": 5.0]]])
  }

  @Test func `so do those of the row that is chosen; of none that is not`() throws {
    let desk = try Desk(startsAt: Desk.start + 5 * 86_400_000)
    let asked = try desk.preview(Self.bytes).told["parts"]?.array?.first
    #expect(asked?["doubts"] == ["otherDay"] && asked?["line"] == nil)
    #expect(asked?["columns"]?.array?[2]["samples"]?.array?.first?["raw"] == "5")
    var agreement = FileAgreement()
    agreement.row = 1
    let chosen = try desk.preview(Self.bytes, as: Desk.ofShow, agreement).told["parts"]?.array?.first
    #expect(chosen?["line"] == 4 && chosen?["columns"]?.array?[2]["samples"]?.array?.first?["raw"] == "6")
  }
}
