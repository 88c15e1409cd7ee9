public import Tables

extension Metric {
  /// What files and people call the metrics, beside their Chinese names and keys. Matched as `ColumnHeader.key`.
  ///
  /// 人数 and 次数 are different metrics: `评论人数` counts people, `评论条数` comments.
  private static let aliases: [String: [String]] = [
    "duration_sec": ["时长", "开播时长", "直播总时长"],
    "impression_uv": ["曝光", "直播间曝光人数", "曝光uv"],
    "enter_rate": ["曝光观看率", "曝光进入率", "曝光-进入率", "进入率"],
    "watch_uv": ["观看人数", "累计观看人数", "观看总人数", "观看uv", "场观人数"],
    "watch_pv": ["累计观看人次", "观看次数", "观看pv", "场观人次", "pv"],
    "peak_online": ["最高在线人数", "峰值在线", "在线峰值", "最高在线人数峰值", "pcu"],
    "avg_online": ["平均在线人数", "平均在线", "acu"],
    "online": ["在线", "实时在线", "实时在线人数", "当前在线人数"],
    "avg_watch_sec": ["平均观看时长", "人均停留时长", "人均停留", "平均停留时长", "停留时长"],
    "comment_cnt": ["评论条数", "评论次数", "评论"],
    "like_cnt": ["点赞次数", "点赞数", "点赞量"],
    "share_cnt": ["分享数", "分享"],
    "new_follow": ["新增关注人数", "新增关注数", "涨粉", "新增粉丝", "新增粉丝数"],
    "fan_club_new": ["新增粉丝团人数", "加粉丝团人数", "加团人数"],
    "reserve_uv": ["预约", "预约数"],
    "item_exp_uv": ["商品曝光(人数)"],
    "item_clk_uv": ["商品点击(人数)"],
    "exp_clk_rate": ["商品曝光点击率", "商品曝光-点击率", "曝光点击率", "商品曝光-点击率(人数)"],
    "clk_pay_rate": ["点击成交率", "商品点击成交率", "点击支付率", "商品点击-成交率", "商品点击-成交率(人数)"],
    "view_pay_rate": ["观看成交率", "观看支付率"],
    "create_cnt": ["创建订单数", "下单订单数"],
    "pay_cnt": ["成交订单数", "支付订单数", "订单数", "成交单数"],
    "pay_uv": ["支付人数", "购买人数"],
    "gmv": ["成交额", "支付金额", "销售额", "直播成交金额"],
    "net_gmv": ["净成交金额", "净成交额"],
    "gpm": ["千次观看成交金额"],
    "deal_density": ["订单密度"],
    "hourly_gmv": ["每小时成交金额", "小时产出"],
    "refund_amt": ["退款"],
    "refund_rate": ["退款率(支付时间)"],
    "stock_out": ["断货"],
    "link_err": ["错链"],
    "violation_cnt": ["违规"],
    "ad_cost": ["投放消耗", "消耗", "广告消耗", "投流"],
    "roi": ["投产比"],
    "wecom_popup_cnt": ["弹企微"],
    "wecom_click_uv": ["名片点击", "企微名片点击", "企微名片点击人数"],
    "wecom_new": ["新增企微", "企微添加人数", "企微新增人数"],
    "group_new": ["新增进群", "进群人数", "群新增人数"],
    "first_reply_min": ["首次回复时长"],
  ]

  private static let byName: [String: String] = {
    var names: [String: String] = [:]
    for metric in catalogue {
      for name in [metric.key, metric.zh, metric.en] + (aliases[metric.key] ?? []) {
        names[ColumnHeader(name).key] = metric.key
      }
    }
    return names
  }()

  /// The metric a header or a word names: by key, Chinese or English name, or a common other name.
  public static func named(_ header: ColumnHeader) -> Metric? {
    let key = header.key
    let found = byName[key] ?? (key.hasPrefix(room) ? byName[String(key.dropFirst(room.count))] : nil)
    return found.flatMap { Metric[$0] }
  }

  /// What some platforms put before what others call by the name alone.
  private static let room = "直播间"

  public static func named(_ name: String) -> Metric? { named(ColumnHeader(name)) }
}
