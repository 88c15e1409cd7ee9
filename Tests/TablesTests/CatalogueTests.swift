import Testing

@testable import Metrics

@Suite struct `The catalogue of metrics` {
  @Test func `keys are unique and every part of a formula is defined`() {
    #expect(Set(Metric.catalogue.map(\.key)).count == Metric.catalogue.count)
    for metric in Metric.catalogue {
      for part in metric.derivation?.parts ?? [] { #expect(Metric[part] != nil, "\(metric.key): \(part)") }
      if case .weighted(let weight) = metric.aggregation { #expect(Metric[weight] != nil, "\(metric.key): \(weight)") }
      if metric.aggregation == .derived { #expect(metric.derivation != nil, "\(metric.key)") }
      #expect(metric.owners.allSatisfy { ["operations", "host", "floor", "backstage", "private"].contains($0) })
      #expect(!metric.owners.isEmpty && !metric.formula.isEmpty && !metric.zh.isEmpty && !metric.en.isEmpty)
    }
  }

  @Test(arguments: [
    "impression_uv", "enter_rate", "watch_uv", "watch_pv", "peak_online", "avg_online", "online", "src_private_ratio",
    "src_public_ratio", "src_natural_ratio", "src_paid_ratio", "new_viewer_ratio", "ad_cost", "roi", "avg_watch_sec",
    "interact_rate", "comment_cnt", "comment_rate", "like_cnt", "share_cnt", "share_rate", "new_follow", "follow_rate",
    "reserve_uv", "luckybag_join_rate", "reply_rate", "item_exp_uv", "item_clk_uv", "exp_clk_rate", "clk_pay_rate",
    "view_pay_rate", "create_cnt", "pay_cnt", "create_pay_rate", "pay_uv", "gmv", "net_gmv", "aov", "uv_value", "gpm",
    "deal_density", "hourly_gmv", "refund_amt", "refund_rate", "item_pace", "stock_out", "link_err", "violation_cnt",
    "reach_uv", "reach_enter_rate", "wecom_popup_cnt", "wecom_click_uv", "wecom_new", "wecom_add_rate", "group_new",
    "first_reply_min", "q_logged", "q_resolved_rate", "q_first_ans_min",
  ])
  func `every metric that teams speak of is there`(key: String) { #expect(Metric[key]?.key == key) }
}

@Suite struct `The readings of a show` {
  @Test func `is completed by the formulas, and keeps what its source said`() {
    let snapshot = Readings([
      "gmv": Reading(231_182), "watch_uv": Reading(11967), "pay_uv": Reading(673), "pay_cnt": Reading(748),
      "item_clk_uv": Reading(5350), "impression_uv": Reading(80000, raw: "8.0万", isRounded: true),
      "duration_sec": Reading(15277), "clk_pay_rate": Reading(0.1258, raw: "12.58%"), "watch_pv": Reading(0),
    ]).completed()
    #expect(snapshot["uv_value"] == 231_182.0 / 11967)
    #expect(snapshot["aov"] == 231_182.0 / 673)
    #expect(snapshot["deal_density"] == 748 * 3600.0 / 15277)
    #expect(snapshot.byMetric["clk_pay_rate"] == Reading(0.1258, raw: "12.58%"))
    #expect(snapshot.byMetric["enter_rate"]?.isRounded == true && snapshot.byMetric["enter_rate"]?.isDerived == true)
    #expect(snapshot["gpm"] == nil && snapshot["roi"] == nil)
  }

  @Test func `never mixes two versions of a definition in one formula`() {
    let snapshot = Readings(["gmv": Reading(100, version: 2), "watch_uv": Reading(10)])
    #expect(snapshot.completed()["uv_value"] == nil)
  }
}

@Suite struct `The newest values of a show` {
  private func values(_ snapshots: [String: Double]...) -> [String: Double] {
    NewestValues(snapshots.map { .init($0) }).byMetric.mapValues(\.value)
  }

  @Test func `are of each metric the newest, whichever snapshot holds it`() {
    let newest = NewestValues([.init(["like_cnt": 1, "comment_cnt": 5]), .init(["like_cnt": 2])]).byMetric
    #expect(newest["like_cnt"] == .init(value: 2, snapshot: 1))
    #expect(newest["comment_cnt"] == .init(value: 5, snapshot: 0))
  }

  @Test func `of two versions of a definition are never mixed: the newer stands, whatever came later of the older`() {
    let old = [Self.metric("part"), Self.metric("whole"), Self.metric("rate", of: "part", by: "whole")]
    let new = [Self.metric("part", version: 2), Self.metric("whole"), Self.metric("rate", of: "part", by: "whole")]
    let first = NewestValues.Snapshot(["part": 5, "whole": 10])
    let second = NewestValues.Snapshot(["part": 4], versions: ["part": 2])
    #expect(NewestValues([first], catalogue: old).byMetric["rate"]?.value == 0.5)
    // What it is made of holds for another definition now.
    #expect(NewestValues([first], catalogue: new).byMetric["part"]?.version == 1)
    #expect(NewestValues([first], catalogue: new).byMetric["rate"] == nil)
    for snapshots in [[first, second], [second, first]] {
      let newest = NewestValues(snapshots, catalogue: new).byMetric
      #expect(newest["part"]?.value == 4 && newest["part"]?.version == 2)
      #expect(newest["rate"]?.value == 0.4 && newest["rate"]?.isDerived == true)
    }
  }

  private static func metric(_ key: String, version: Int = 1) -> Metric {
    .define(key, key, key, .people, "host", .up, .sum, version: version)
  }

  private static func metric(_ key: String, of part: String, by whole: String) -> Metric {
    .define(key, key, key, .ratio, "host", .up, .derived, from: Metric.quotient(part, whole))
  }

  @Test func `keep a rate the source gave until one of its parts is newer`() {
    let platform = ["gmv": 1000.0, "watch_uv": 100, "uv_value": 9.99]
    #expect(values(platform)["uv_value"] == 9.99)
    #expect(values(platform, ["like_cnt": 3])["uv_value"] == 9.99)
    #expect(values(platform, ["gmv": 1200])["uv_value"] == 12)
    #expect(values(platform, ["gmv": 1200], ["uv_value": 11.5])["uv_value"] == 11.5)
  }

  @Test func `have what follows from the parts, and nothing that would be divided by zero`() {
    #expect(values(["gmv": 1000, "watch_uv": 100])["uv_value"] == 10)
    #expect(values(["gmv": 1000, "watch_uv": 0])["uv_value"] == nil)
    #expect(values(["gmv": 1000])["uv_value"] == nil)
    #expect(values(["gmv": 1000, "refund_amt": 50])["net_gmv"] == 950)
    #expect(values() == [:])
  }

  @Test func `no formula leads back to its own metric`() {
    func leads(from key: String, to goal: String) -> Bool {
      (Metric[key]?.derivation?.parts ?? []).contains { $0 == goal || leads(from: $0, to: goal) }
    }
    #expect(Metric.catalogue.allSatisfy { !leads(from: $0.key, to: $0.key) })
  }
}
