extension Metric {
  static let interaction: [Metric] = [
    define(
      "avg_watch_sec", "人均观看时长", "Average watch time", .seconds, "host", .up, .weighted(by: "watch_uv"),
      "观看总时长 ÷ 场观"),
    define(
      "interact_rate", "互动率", "Engagement rate", .ratio, "floor", .up, .weighted(by: "watch_uv"),
      "有过评论、点赞、分享或关注的人数 ÷ 场观"),
    define("comment_cnt", "评论数", "Comments", .items, "floor", .up, .sum, "评论条数"),
    define("comment_uv", "评论人数", "Commenters", .people, "floor", .up, .notAdditive, "发过评论的去重人数"),
    define(
      "comment_rate", "评论率", "Comment rate", .ratio, "floor", .up, .derived, "评论人数 ÷ 场观",
      from: quotient("comment_uv", "watch_uv")),
    define("like_cnt", "点赞", "Likes", .times, "floor", .up, .sum, "点赞次数"),
    define("share_cnt", "分享次数", "Shares", .times, "floor", .up, .sum, "分享次数"),
    define("share_uv", "分享人数", "Sharers", .people, "floor", .up, .notAdditive, "分享过的去重人数"),
    define(
      "share_rate", "分享率", "Share rate", .ratio, "floor", .up, .derived, "分享人数 ÷ 场观",
      from: quotient("share_uv", "watch_uv")),
    define("new_follow", "新增关注", "New followers", .people, "host", .up, .sum, "本场新增关注人数"),
    define(
      "follow_rate", "关注率", "Follow rate", .ratio, "host", .up, .derived, "新增关注 ÷ 场观",
      from: quotient("new_follow", "watch_uv")),
    define("fan_club_new", "新增粉丝团", "New fan club members", .people, "host", .up, .sum, "本场加入粉丝团的人数"),
    define("reserve_uv", "预约人数", "Reservations", .people, "private floor", .up, .notAdditive, "预约下一场的人数"),
    define(
      "luckybag_join_rate", "福袋参与率", "Lucky bag participation", .ratio, "floor", .up, .weighted(by: "watch_uv"),
      "参与福袋人数 ÷ 场观"),
    define(
      "reply_rate", "评论回复率", "Comment reply rate", .ratio, "backstage", .up, .weighted(by: "comment_cnt"),
      "已回复评论 ÷ 评论条数"),
  ]
}
