/// The words of files and the codes they stand for, as the protocol has them. Matched as `ColumnHeader.key`; a code
/// stands for itself.
public enum Vocabulary {
  public static let roles = table(
    ["operations": ["运营", "直播运营"], "host": ["主播"], "floor": ["场控"], "backstage": ["中控"], "private": ["私域", "私域运营"]])

  public static let issueKinds = table(["mistake": ["失误", "问题"], "puzzle": ["困惑"], "experience": ["经验", "可复用经验"]])

  public static let entryKinds = table(
    ["sop": ["流程"], "script": ["话术"], "checklist": ["清单"], "play": ["玩法"], "taboo": ["禁忌"]])

  public static let markerKinds = table([
    "product": ["讲解", "讲解商品"], "luckyBag": ["福袋"], "flashSale": ["秒杀"], "coupon": ["满减", "优惠券"],
    "wecom": ["弹企微", "企微"], "onShelf": ["上架"], "offShelf": ["下架"], "violation": ["违规"], "alert": ["预警"],
    "note": ["场记", "备注"], "hostChange": ["主播", "换主播", "主播更换"],
  ])

  public static let questionSources = table([
    "group": ["社群", "微信群", "群"], "wecom": ["1v1企微", "企微", "1v1"], "moments": ["朋友圈"],
    "comment": ["直播评论", "评论"], "message": ["私信"], "service": ["客服"],
  ])

  public static let urgencies = table(["order": ["影响下单"], "show": ["本场内", "本场"], "after": ["播后"]])

  public static let categories = table([
    "size": ["尺码规格", "尺码"], "ingredient": ["成分功效用法"], "price": ["价格优惠赠品", "价格"], "link": ["链接/怎么买", "怎么买"],
    "stock": ["库存补货", "库存"], "delivery": ["发货物流", "物流"], "payment": ["支付"], "refund": ["退换退款", "退款"],
    "complaint": ["售后投诉质量", "售后"], "booking": ["预约/关注/操作"], "luckyBag": ["福袋中奖"],
    "membership": ["企微/会员权益"], "wish": ["想看其他品"], "mall": ["商城打通"], "trust": ["真伪信任"], "lag": ["卡顿音画"],
    "other": ["其他", "其它"],
  ])

  private static func table(_ words: [String: [String]]) -> [String: String] {
    var codes: [String: String] = [:]
    for (code, spellings) in words {
      codes[code.lowercased()] = code
      for spelling in spellings { codes[spelling] = code }
    }
    return codes
  }
}
