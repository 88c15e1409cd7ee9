// Numbers of phones, papers, cards, orders and parcels.
extension RedactionRule {
  private static let rest = "(?:\(Shape.gap)\(Shape.numeral))"
  private static let announcing = "[ \\u200b:=是就为叫号,#(-]{0,4}"

  private static let orderWords =
    "(?:订单(?:编号|号码?|尾号)?|单子|交易(?:单?号|编号)|流水号|商户单号|支付单号|退货单号|快递(?:单号|号|单)|运单号?|物流(?:单号|号)|单号)"
  private static let pickupWords = "(?:取件码|取货码|提货码|自提码|收货码|核销码|券码|兑换码|开柜码)"

  static let parcels: [RedactionRule] = [
    .sure(
      .order, before: Shape.wordStart,
      "(?:sf|yt|jd ?[a-z]{0,2}|jt|zt|zto|sto|yto|ems|db|yd|dpk|ky|htky)\(Shape.gap)[0-9](?:[ -]{0,2}[0-9]){9,17}",
      after: Shape.wordEnd, needs: .init(digits: 10, any: "sjyzedhk")),
    .sure(
      .order,
      before: "(?:顺丰|圆通|中通|申通|韵达|极兔|邮政|德邦|百世|丹鸟|京东快递|京东物流)(?:快递|速递|快运|物流)?(?:单号|单)?\(announcing)",
      "[0-9](?:[ -]{0,2}[0-9]){9,17}", after: Shape.numberEnd, needs: .init(digits: 10, any: "丰通达兔政邦世鸟京")),
    .sure(
      .order, before: "\(pickupWords)\(announcing)", "[a-z0-9](?:-?[a-z0-9]){3,13}", needs: .init(digits: 3, any: "码")),
    .sure(
      .order, before: "\(orderWords)\(announcing)", "(?=(?:[a-z]{0,8}[0-9]){6})[a-z0-9]{6,40}", after: Shape.wordEnd,
      needs: .init(digits: 6, any: "单号")),
  ]

  static let numbers: [RedactionRule] = [
    .sure(
      .identity, before: "(?:^|[^0-9x])", "[1-9一二三四五六]\(rest){16}\(Shape.gap)(?:\(Shape.numeral)|x)",
      after: Shape.wordEnd,
      needs: .init(numerals: 17), check: .birthday),
    .sure(
      .mobile, before: "(?:手机号?码?|电话号?码?|联系方式|tel|phone|致电|打我)\(announcing)",
      "[1一幺壹]\(rest){10}", after: Shape.numberEnd, needs: .init(numerals: 11, any: "手电联tp致打")),
    .sure(
      .mobile, before: Shape.notInNumber,
      "[+]?(?:[(]?(?:00|0)?(?:86|八六)[)]?\(Shape.gap))?0?[1一幺壹]\(Shape.gap)[3-9三四五六七八九叁肆伍陆柒捌玖]\(rest){9}",
      after: Shape.numberEnd, needs: .init(numerals: 11), check: .notValues),
    .sure(
      .mobile, before: "(?:^|[^a-z0-9])", "1[3-9](?=(?:[^0-9]{0,2}[0-9]){7})[0-9oli](?:[ -]{0,2}[0-9oli]){8}",
      after: Shape.wordEnd, needs: .init(digits: 9, any: "oli")),
    .sure(
      .order, before: "(?:\(orderWords)|\(pickupWords)|身份证号?码?|证件号?码?)\(announcing)",
      "[a-z]{0,3}[0-9](?:\(Shape.gap)[0-9]){7,29}",
      after: Shape.numberEnd, needs: .init(digits: 8, any: "单码号证")),
  ]

  private static let goodsWords =
    "(?:款号|货号|型号|品号|条码|条形码|商品|产品|宝贝|编号|编码|批号|批次|色号|规格|sku|spu|upc|ean|isbn|链接|许可证|备案|标准|证书|专利|注册证"
    + "|直播间|版本|房间)"

  /// What follows, or leads up to, a word for goods is theirs.
  static let products: [RedactionRule] = [
    .goods(
      before: "\(goodsWords)(?:id|编号|编码|号|码)?[ \\u200b:是为#.]{0,4}", "[a-z0-9][a-z0-9/.-]{3,30}",
      needs: .init(digits: 4, any: "号码品贝批规skueil链证备标专注直版房")),
    .goods(
      before: Shape.wordStart, "[0-9]{2,5}x[0-9]{2,5}(?:x[0-9]{2,5})?(?:mm|cm|m)?", after: Shape.wordEnd,
      needs: .init(digits: 4, run: 5, any: "x")),
    .goods(
      before: Shape.wordStart, "[a-z0-9][a-z0-9-]{5,24}", after: " ?(?:这个|这款|是)?(?:款号|货号|型号|批次|批号|条码|sku)",
      needs: .init(digits: 4, any: "款货型批条s")),
  ]

  static let cards: [RedactionRule] = [
    .sure(
      .bankCard, before: Shape.notInNumber, "[1-9](?:[ \\u200b._~·,-]{0,2}[0-9]){14,18}", after: Shape.numberEnd,
      needs: .init(digits: 15), check: .card),
    .sure(
      .bankCard, before: "(?:卡号|银行卡)\(announcing)", "[0-9](?:[ -]{0,2}[0-9]){5,20}", after: Shape.numberEnd,
      needs: .init(digits: 6, any: "卡")),
    .sure(
      .order, before: "(?:账号|户号)\(announcing)", "[0-9](?:[ -]{0,2}[0-9]){5,20}", after: Shape.numberEnd,
      needs: .init(digits: 6, any: "账户")),
  ]

  static let landlines: [RedactionRule] = [
    .sure(
      .landline, before: "(?:电话号?码?|座机|固话|手机号?码?|联系方式|tel|phone|号码|致电|打我)\(announcing)",
      "\(Shape.numeral)\(rest){6,14}", after: Shape.numberEnd, needs: .init(numerals: 7, any: "座固电手联tp号致打")),
    .sure(
      .landline, before: Shape.notInNumber,
      "0[1-9][0-9]{1,2}[ \\u200b().-]{0,3}[0-9]{3,4}[ \\u200b.-]{0,2}[0-9]{3,4}(?: ?转 ?[0-9]{1,5})?",
      after: Shape.numberEnd,
      needs: .init(digits: 10)),
    .sure(
      .landline, before: Shape.notInNumber, "[48]00[ \\u200b.-]{1,3}[0-9]{3,4}[ \\u200b.-]{0,3}[0-9]{3,4}",
      after: Shape.numberEnd, needs: .init(digits: 10)),
    .sure(
      .landline, before: "(?:^|[^0-9+])", "(?:[+]|00)[1-9](?:[ \\u200b().-]{0,3}[0-9]){7,14}", after: Shape.numberEnd,
      needs: .init(digits: 8, any: "+0")),
    .sure(
      .landline, before: Shape.notInNumber, "(?:85[23]|886)[ -]{0,2}[2-9][0-9]{2,3}[ -]?[0-9]{3}[ -]?[0-9]{1,3}",
      after: Shape.numberEnd, needs: .init(digits: 11)),
  ]

  /// The end of a number, and long ones that nothing announces.
  static let doubtfulNumbers: [RedactionRule] = [
    .unsure(
      .landline, before: "(?:香港|澳门|台湾|whatsapp)(?:号码?|电话|手机)?\(announcing)", "[2-9][0-9]{3}[ -]?[0-9]{4}",
      after: Shape.numberEnd, needs: .init(digits: 8, any: "港澳湾w")),
    .unsure(
      .identity, before: "(?:身份证|证件)号?码?\(Shape.tail)\(announcing)", "[0-9]{3,5}[0-9x]", after: Shape.wordEnd,
      needs: .init(digits: 3, any: "证")),
    .unsure(
      .bankCard, before: "(?:卡|卡号|银行|[工农中建交招]行|信用社|储蓄)\(Shape.tail)\(announcing)", "[0-9]{4}",
      after: Shape.numberEnd, needs: .init(digits: 4, any: "卡行社蓄")),
    .unsure(
      .mobile, before: "(?:手机号码?|电话号?码?|手机(?!尾号))\(Shape.tail)\(announcing)", "[0-9]{4}", after: Shape.numberEnd,
      needs: .init(digits: 4, any: "手电")),
    .unsure(
      .order, before: "(?:订单|单号|快递|单子)号?(?:[4四]位)?\(Shape.tail)\(announcing)", "[0-9a-z]{4,8}", after: Shape.wordEnd,
      needs: .init(digits: 3, any: "单快")),
    // Parted twice by the same: 138空1234空5678. `before` and `what` are the first two groups.
    .unsure(
      .mobile, before: Shape.notInNumber,
      "1[3-9][0-9]((?![元块件个号款码条套双支包盒斤克米年月日天期折减送赠加和或与到至])[^0-9a-z]{1,6})[0-9]{4}\\3[0-9]{4}", after: Shape.numberEnd,
      needs: .init(digits: 11)),
    .unsure(
      .bankCard, before: "尾号\(announcing)", "[0-9]{4}", after: "的?(?:那张|这张)?(?:银行|储蓄|信用)?卡",
      needs: .init(digits: 4, any: "尾")),
    .unsure(
      .mobile, before: "尾号\(announcing)", "[0-9]{4}", after: "的?(?:那个|这个)?(?:订单|单|包裹|快递|手机|电话|号)",
      needs: .init(digits: 4, any: "尾")),
    .unsure(
      .birthday, before: "(?:生日|出生日期|出生年月|出生于?|生于)\(announcing)",
      "(?:(?:(?:19|20)?[0-9]{2}[年./ -]{1,2})?[0-9]{1,2}[月./-][0-9]{1,2}[日号]?|(?:19|20)?[0-9]{2}年[0-9]{1,2}月)",
      after: "(?![0-9]|[折元块])",
      needs: .init(digits: 2, any: "生")),
    .unsure(
      .birthday, "(?:(?:19|20)[0-9]{2}[年./ -]{1,2}|[0-9]{2}年)[0-9]{1,2}[月./ -][0-9]{1,2}[日号]?",
      after: " ?的?(?:出生|生的|生日)",
      needs: .init(digits: 4, any: "生")),
    .unsure(
      .birthday, before: "(?:生日|出生日期|出生年月|出生于?|生于)\(announcing)",
      "(?:(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])|0[1-9])(?:0[1-9]|[12][0-9]|3[01])", after: Shape.numberEnd,
      needs: .init(digits: 4, any: "生")),
    .unsure(
      .ip, before: "(?:^|[^0-9.])", "(?:192\\.168|10\\.[0-9]{1,3})(?:\\.[0-9]{1,3}){2}", after: "(?![0-9.])",
      needs: .init(digits: 6, any: ".")),
    .unsure(
      .code, "[0-9]{4,8}", after: " ?(?:是|这个|这是)(?:我的)?(?:验证码|校验码)", needs: .init(digits: 4, any: "验校")),
    .unsure(
      .order, before: Shape.wordStart, "(?=[0-9]{0,39}[a-z])(?=(?:[a-z]{0,9}[0-9]){9})[a-z0-9]{10,40}",
      after: Shape.wordEnd,
      needs: .init(digits: 9, run: 10)),
    .unsure(
      .order, before: "(?:^|[^a-z0-9])", "(?![1-9][0-9]{0,3}0{6,38}(?![0-9]))[0-9]{10,40}", after: Shape.numberEnd,
      needs: .init(digits: 10, run: 10)),
    .unsure(
      .plate, before: "(?:^|[^\\u3400-\\u9fff]|[是的车])",
      "[京津沪渝冀豫云辽湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤藏川宁琼][a-z][ ·.-]?(?=[a-z]{0,2}[0-9][a-z0-9]{0,3}[0-9])[a-z0-9]{5,6}",
      after: Shape.wordEnd, needs: .init(digits: 3, run: 5, any: "京津沪渝冀豫云辽湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤藏川宁琼")),
  ]
}
