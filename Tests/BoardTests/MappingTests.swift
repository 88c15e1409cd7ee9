import Identity
import JSON
import Testing

@testable import Board

@Suite struct `What a channel remembers of columns` {
  private func remember(_ columns: JSON, in team: inout Team) throws(Refusal) {
    try team.world.send(
      "mapping.remember", ["mapping": "summary.douyinCompass", "columns": columns], to: team.channelLog,
      as: .server(for: team.lead.member))
  }

  @Test func `is kept by source, and what comes later is added to it`() throws {
    var team = try Team()
    try remember([["key": "成交额", "metric": "gmv", "unit": "万"], ["key": "备注", "ignored": true]], in: &team)
    try remember([["key": "成交额", "metric": "net_gmv"]], in: &team)
    let mapping = try #require(team.channelFold.mappings.first)
    #expect(mapping.columns.map(\.key) == ["备注", "成交额"])
    #expect(mapping.columns.map(\.metric) == [nil, "net_gmv"] && mapping.columns[1].unit == nil)
  }

  @Test func `is told to everyone as choices`() throws {
    var team = try Team()
    try remember(
      [["key": "转化率", "metric": "clk_pay_rate", "ratio": "plain"], ["key": "备注", "ignored": true]], in: &team)
    let told = team.sees(team.host, team.channelFold)[RecordKey(.mapping, "summary.douyinCompass")]
    #expect(
      told == """
        {"id":"summary.douyinCompass","columns":[\
        {"key":"转化率","meaning":{"metric":"clk_pay_rate"},"style":{"ratio":"plain"}},\
        {"key":"备注","meaning":{"ignored":"chosen"}}]}
        """)
  }

  @Test func `holds no header that looks personal`() throws {
    var team = try Team()
    try remember([["key": "电话13812345678", "ignored": true], ["key": "成交额", "metric": "gmv"]], in: &team)
    #expect(team.channelFold.mappings.first?.columns.map(\.key) == ["成交额"])
    #expect(!team.world.stored(team.channelLog).contains("13812345678"))
  }

  @Test func `can be forgotten, brought back, and learnt anew`() throws {
    var team = try Team()
    let mapping: JSON = ["mapping": "summary.douyinCompass"]
    try remember([["key": "成交额", "metric": "gmv"]], in: &team)
    try team.world.send("mapping.forget", mapping, to: team.channelLog, as: team.lead)
    #expect(team.channelFold.mappings.isEmpty)
    #expect(team.sees(team.host, team.channelFold)[RecordKey(.mapping, "summary.douyinCompass")] == nil)
    try team.world.send("mapping.recall", mapping, to: team.channelLog, as: team.lead)
    #expect(team.channelFold.mappings.first?.columns.map(\.key) == ["成交额"])
    try team.world.send("mapping.forget", mapping, to: team.channelLog, as: team.lead)
    try remember([["key": "场观", "metric": "watch_uv"]], in: &team)
    #expect(team.channelFold.mappings.first?.columns.map(\.key) == ["场观"])
  }

  @Test func `a column means one thing`() throws {
    var team = try Team()
    let refused = refusal { () throws(Refusal) in
      try remember([["key": "成交额", "metric": "gmv", "ignored": true]], in: &team)
    }
    #expect(refused == .invalid("columns", .invalid))
  }
}
