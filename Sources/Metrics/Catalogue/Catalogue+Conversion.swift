extension Metric {
  static let conversion: [Metric] = [
    define("item_exp_uv", "商品曝光人数", "Product impressions (people)", .people, "backstage", .up, .notAdditive),
    define("item_clk_uv", "商品点击人数", "Product clickers", .people, "host", .up, .notAdditive),
    define(
      "exp_clk_rate", "曝光-点击率", "Exposure-to-click rate", .ratio, "backstage", .up, .derived, "商品点击人数 ÷ 商品曝光人数",
      from: quotient("item_clk_uv", "item_exp_uv")),
    define(
      "clk_pay_rate", "点击-成交率", "Click-to-pay rate", .ratio, "host", .up, .derived, "成交人数 ÷ 商品点击人数",
      from: quotient("pay_uv", "item_clk_uv")),
    define(
      "view_pay_rate", "观看-成交率", "View-to-pay rate", .ratio, "host", .up, .derived, "成交人数 ÷ 场观",
      from: quotient("pay_uv", "watch_uv")),
    define("create_cnt", "创建订单", "Orders created", .orders, "operations", .up, .sum, "创建订单数"),
    define("pay_cnt", "成交订单", "Orders paid", .orders, "operations", .up, .sum, "支付订单数"),
    define(
      "create_pay_rate", "支付率", "Payment rate", .ratio, "backstage", .up, .derived, "成交订单 ÷ 创建订单",
      from: quotient("pay_cnt", "create_cnt")),
    define("pay_uv", "成交人数", "Buyers", .people, "operations", .up, .notAdditive, "支付过的去重人数"),
    define("gmv", "成交金额", "GMV", .yuan, "operations", .up, .sum, "支付金额，含之后退款"),
    define(
      "net_gmv", "净成交", "Net GMV", .yuan, "operations", .up, .sum, "成交金额 − 退款金额（按支付日）",
      from: .difference(of: "gmv", less: "refund_amt")),
    define(
      "aov", "客单价", "Average order value", .yuan, "operations", .neutral, .derived, "成交金额 ÷ 成交人数",
      from: quotient("gmv", "pay_uv")),
    define(
      "uv_value", "UV价值", "UV value", .yuan, "operations", .up, .derived, "成交金额 ÷ 场观", from: quotient("gmv", "watch_uv")
    ),
    define(
      "gpm", "千次观看成交", "GPM", .yuan, "operations", .up, .derived, "成交金额 ÷ 观看人次 × 1000",
      from: quotient("gmv", "watch_pv", times: 1000)),
    define(
      "deal_density", "成交密度", "Deal density", .ordersPerHour, "host", .up, .derived, "成交订单 ÷ 直播小时数",
      from: .perHour(of: "pay_cnt")),
    define(
      "hourly_gmv", "时均产出", "GMV per hour", .yuanPerHour, "host", .up, .derived, "成交金额 ÷ 直播小时数",
      from: .perHour(of: "gmv")),
    define("refund_amt", "退款金额", "Refunds", .yuan, "operations", .down, .sum, "本场订单的退款金额（按支付日）"),
    define(
      "refund_rate", "退款率", "Refund rate", .ratio, "operations", .down, .derived, "退款金额 ÷ 成交金额（按支付日）",
      from: quotient("refund_amt", "gmv")),
    define(
      "item_pace", "过品节奏", "Pace per product", .minutesPerProduct, "floor", .neutral, .weighted(by: "duration_sec"),
      "直播分钟数 ÷ 讲解品数"),
    define("stock_out", "断货次数", "Stock-outs", .times, "backstage", .down, .sum, "在播断货次数"),
    define("link_err", "错链次数", "Wrong links", .times, "backstage", .down, .sum, "链接或价格挂错的次数"),
    define("violation_cnt", "违规次数", "Violations", .times, "host", .down, .sum, "平台违规提醒次数"),
  ]
}
