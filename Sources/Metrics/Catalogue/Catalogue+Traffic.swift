extension Metric {
  static let traffic: [Metric] = [
    define("duration_sec", "直播时长", "Duration", .seconds, "operations", .neutral, .sum, "结束时间 − 开播时间"),
    define("impression_uv", "曝光人数", "Impressions (people)", .people, "operations", .up, .notAdditive),
    define(
      "enter_rate", "曝光-观看率", "Exposure-to-view rate", .ratio, "operations", .up, .derived, "场观 ÷ 曝光人数",
      from: quotient("watch_uv", "impression_uv")),
    define("watch_uv", "场观", "Viewers", .people, "operations", .up, .notAdditive, "进入直播间的去重人数"),
    define("watch_pv", "观看人次", "Views", .times, "operations", .up, .sum, "进入直播间的次数"),
    define("peak_online", "最高在线", "Peak online", .people, "host", .up, .maximum, "同时在线的最大值"),
    define(
      "avg_online", "平均在线", "Average online", .people, "host", .up, .weighted(by: "duration_sec"), "在线人数对时间的积分 ÷ 时长"),
    define("online", "在线人数", "Online", .people, "host", .up, .weighted(by: "duration_sec"), "该分钟同时在线人数"),
    define("leave_uv", "离开人数", "Leavers", .people, "host", .down, .notAdditive, "该分钟离开直播间的人数"),
    define(
      "src_private_ratio", "私域占比", "Private traffic share", .ratio, "private", .neutral, .weighted(by: "watch_uv"),
      "私域来源观看人数 ÷ 场观"),
    define(
      "src_public_ratio", "公域占比", "Public traffic share", .ratio, "operations", .up, .weighted(by: "watch_uv"),
      "公域来源观看人数 ÷ 场观"),
    define(
      "src_natural_ratio", "自然流量占比", "Organic traffic share", .ratio, "operations", .up, .weighted(by: "watch_uv"),
      "自然流量观看人数 ÷ 场观"),
    define(
      "src_paid_ratio", "付费占比", "Paid traffic share", .ratio, "operations", .neutral, .weighted(by: "watch_uv"),
      "付费流量观看人数 ÷ 场观"),
    define(
      "new_viewer_ratio", "新观众占比", "New viewer share", .ratio, "operations", .neutral, .weighted(by: "watch_uv"),
      "首次观看人数 ÷ 场观"),
    define("ad_cost", "投流消耗", "Ad spend", .yuan, "operations", .down, .sum, "本场投放消耗"),
    define(
      "roi", "ROI", "ROI", .factor, "operations", .up, .derived, "成交金额 ÷ 投流消耗", from: quotient("gmv", "ad_cost")),
  ]
}
