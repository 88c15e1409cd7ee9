extension Metric {
  static let privateDomain: [Metric] = [
    define("reach_uv", "触达人数", "Reached", .people, "private", .up, .notAdditive, "群发、朋友圈等触达的人数"),
    define(
      "reach_enter_rate", "触达-进入率", "Reach-to-enter rate", .ratio, "private", .up, .weighted(by: "reach_uv"),
      "触达后进入直播间的人数 ÷ 触达人数"),
    define("wecom_popup_cnt", "弹企微次数", "WeCom cards shown", .times, "private", .neutral, .sum, "弹出企微名片的次数"),
    define("wecom_click_uv", "名片点击人数", "WeCom card clickers", .people, "private", .up, .notAdditive),
    define("wecom_new", "企微新增", "New WeCom contacts", .people, "private", .up, .sum, "本场新增企微好友"),
    define(
      "wecom_add_rate", "添加率", "WeCom add rate", .ratio, "private", .up, .derived, "企微新增 ÷ 场观",
      from: quotient("wecom_new", "watch_uv")),
    define("group_new", "群新增", "New group members", .people, "private", .up, .sum, "本场新进群人数"),
    define(
      "first_reply_min", "首次回复", "First reply", .minutes, "private", .down, .weighted(by: "wecom_new"),
      "新增好友到第一次回复的分钟数"),
    define("q_logged", "记录问题数", "Questions logged", .items, "private", .neutral, .sum, "问题记录里的条数，不含重复"),
    define(
      "q_resolved_rate", "问题解决率", "Questions resolved", .ratio, "private", .up, .weighted(by: "q_logged"),
      "已解决 ÷ 记录问题数"),
    define(
      "q_first_ans_min", "首答时长", "First answer", .minutes, "private", .down, .weighted(by: "q_logged"),
      "提问到第一次回答的分钟数，取中位数"),
  ]
}
