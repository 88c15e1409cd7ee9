extension Platform {
  /// 生意参谋: its conversion is from click to payment, its click rate is of viewers, and rates are fractions of one.
  static let sycm = Platform(
    "sycm", "生意参谋",
    """
    直播标题 | [title]
    场次信息 | [title]
    场次id | -
    店铺 | -
    日期 | [date]
    直播开播时间 | [start]
    直播间观看次数 | watch_pv
    直播间观看人数 | watch_uv
    转粉率 | - | 新增粉丝数 ÷ 未关注的观看人数
    商品点击次数 | - | 商品点击次数，不去重
    商品点击率 | - | 商品点击人数 ÷ 观看人数
    商品加购人数 | -
    商品加购件数 | -
    加购人数 | -
    加购件数 | -
    加购次数 | -
    成交转化率 | clk_pay_rate | 成交人数 ÷ 商品点击人数
    成交件数 | -
    成交笔数 | pay_cnt | 支付的子订单数
    封面图点击率 | - | 封面点击 ÷ 封面曝光
    流量券消耗 | -
    观看总时长 | -
    次均观看时长 | - | 观看总时长 ÷ 观看次数
    """)

  static let sycmProducts = Platform(
    "sycmProducts", "生意参谋·商品",
    """
    商品标题 | [product]
    商品id | -
    直播标题 | [title]
    场次id | -
    商品点击次数 | - | 商品点击次数，不去重
    加购商品件数 | -
    加购人数 | -
    成交件数 | -
    成交笔数 | pay_cnt | 支付的子订单数
    """)

  /// 淘宝直播's own file of shows.
  static let taobaoLive = Platform(
    "taobaoLive", "淘宝直播",
    """
    场次标题 | [title]
    直播间浏览人数 | watch_uv
    直播间浏览次数 | watch_pv
    封面图点击率 | - | 封面点击 ÷ 封面曝光
    新增粉丝量 | new_follow
    种草成交金额 | - | 看过之后几天内的成交，不是本场的支付
    引导进店次数 | -
    """)
}
