// Mail, and the names people bear in chats and shops.
extension RedactionRule {
  private static let mailName = "[a-z0-9][a-z0-9._+%-]{0,47}"
  private static let host = "[a-z0-9-]{1,40}"
  /// How a writer hides an @, or a dot.
  private static let at = "(?=[ @#艾爱圈小(\\[])(?: ?(?:@|#|艾特|爱特|圈a|小老鼠|[(\\[]at[)\\]]) ?| at )"
  private static let dot = "(?: ?(?:\\.|点|dot|[(\\[]dot[)\\]]) ?)"
  private static let domain = "(?:com|cn|net|org|me|cc|io|edu|gov|vip|top|hk|tw|jp|uk|co|us|info|xyz|live|msn)"
  private static let providers =
    "(?:qq|163|126|gmail|outlook|hotmail|foxmail|icloud|sina|yahoo|sohu|139|189|live|msn|protonmail)"

  static let mails: [RedactionRule] = [
    .sure(.email, "\(mailName) ?@ ?[a-z0-9-]{1,40}(?:\\.[a-z0-9-]{1,40}){1,4}", needs: .init(run: 1, any: "@")),
    .sure(
      .email, "\(mailName)\(at)(?:\(host)\(dot)){1,3}\(domain)", after: Shape.wordEnd,
      needs: .init(run: 2, any: "@#艾爱圈鼠([t")),
    .sure(.email, "\(mailName) ?@ ?\(providers)", after: Shape.wordEnd, needs: .init(run: 2, any: "@")),
  ]

  /// Not what a shop sells, or an app is called.
  private static let product =
    "(?!iphone|ipad|android|wechat|weixin|xiaomi|huawei|mate[0-9]|redmi|oppo|vivo|video|http|www)"
  /// A handle that looks like one: letters with a digit or a line among them.
  private static let telling = "\(product)(?=[a-z]{1,24}[0-9_.-])[a-z][a-z0-9_.-]{4,38}[a-z0-9_]"
  private static let lettersOnly = "\(product)[a-z]{6,24}"
  private static let digitsOnly = "[0-9](?:[ -]?[0-9]){5,11}"
  private static let handle = "(?:\(telling)|\(lettersOnly)|\(digitsOnly))"

  private static let wechat =
    "(?:[微薇][ 丨|/.·-]?[信心x❤]|[威徽溦维卫喂围] ?[信心❤x]|卫星|绿泡泡|wei ?信|w信|\(Shape.wordStart)(?:weixin|wechat|[vw][ -]?x|v ?[信❤])"
    + "|[+加]{1,2}[我你]?(?:个|的|下|一下)?(?:[v微薇威溦徽]|wei))"
  private static let qq = "(?:\(Shape.wordStart)q ?q|扣扣|企鹅|球球|秋秋|\(Shape.wordStart)q号)"
  private static let number = " ?(?:号码?|id|账号|名)?"

  /// Where one has an account. The longer stand first.
  private static let platform =
    "(?:抖音|快手|小红[书薯]|淘宝|旺旺|支付宝|微博|知乎|b站|闲鱼|京东|拼多多|陌陌|钉钉|飞书|视频号|得物|tiktok|instagram|telegram|whatsapp"
    + "|skype|facebook|twitter|\(Shape.wordStart)(?:dy|ks|xhs))"
  private static let account =
    "(?:\(platform)(?:账号|账户|用户名|昵称|号|id|名)|\(platform)[:@]|\(platform)(?:就?是|叫)|账号|账户名?|用户名|登录名)"

  static let handles: [RedactionRule] = [
    .sure(
      .wechat, before: "(?:^|[^a-z0-9_-])", "(?:wxid|wx|vx)[_-][a-z0-9_-]{2,38}[a-z0-9_]",
      needs: .init(run: 6, any: "wv")),
    .sure(.wechat, before: "\(wechat)\(number)\(Shape.link)", handle, needs: .init(run: 5, any: "微薇威徽溦维卫喂围绿信wv")),
    .sure(
      .qq, before: "\(qq)(?:邮箱)?\(number)\(Shape.link)", "\(Shape.numeral)(?:[ -]?\(Shape.numeral)){4,11}",
      after: Shape.numberEnd, needs: .init(numerals: 5, any: "q扣企球秋")),
    .sure(
      .account, before: "\(account)\(Shape.link)@?",
      "(?:\(product)(?=[a-z0-9_.-]{0,24}[a-z])[a-z0-9][a-z0-9_.-]{3,30}[a-z0-9_]|[0-9]{5,16})",
      needs: .init(run: 3, any: "抖快红淘旺支微知b闲京拼陌钉飞视得tiwsf账用登dkx")),
  ]

  /// One character alone announces it.
  static let doubtfulHandles: [RedactionRule] = [
    .unsure(
      .wechat, before: "\(wechat)(?!支付|付|小程序|群|视频|红包|公众|客服)[^a-z0-9]{1,5}", telling,
      needs: .init(run: 6, any: "微薇威徽溦维卫喂围绿信wv")),
    .unsure(
      .wechat, before: Shape.wordStart, telling, after: "[ (]{0,2}(?:这个|这)?是?我?的?(?:微信|薇信|v信|vx|wx|wechat)",
      needs: .init(run: 6, any: "信xw")),
    .unsure(
      .qq, before: Shape.notInNumber, "[1-9][0-9]{4,10}", after: "[ (]{0,2}(?:这个|这)?是?我?的?(?:qq|扣扣)",
      needs: .init(digits: 5, any: "q扣")),
    .unsure(
      .wechat, before: "(?:[微薇威徽溦]我?|\(Shape.wordStart)v{1,2}我?)\(number)\(Shape.link)", telling,
      needs: .init(run: 6, any: "微薇威徽溦v")),
    .unsure(
      .wechat, before: "(?:[微薇威徽溦] ?|\(Shape.wordStart)v ?)[:>]\(Shape.link)", lettersOnly, after: Shape.wordEnd,
      needs: .init(run: 6, any: "微薇威徽溦v")),
    .unsure(
      .qq, before: "(?:\(Shape.wordStart)[+加]?q{1,2}|扣)\(number)\(Shape.link)", "[1-9][0-9]{5,10}",
      after: Shape.numberEnd,
      needs: .init(digits: 6, any: "q扣")),
    .unsure(
      .account,
      before: "(?:\(platform)(?:搜索?|关注|加)|\(Shape.wordStart)(?:tg|telegram|ins|whatsapp|line|skype)(?: ?id)?)"
        + "\(Shape.link)@?",
      telling, needs: .init(run: 6)),
    .unsure(
      .account, before: "(?:^|[^a-z0-9._-])@", "(?=[a-z_]{1,20}[0-9])[a-z][a-z0-9_]{4,29}", after: Shape.wordEnd,
      needs: .init(run: 5, any: "@")),
  ]

  /// Passwords, codes and papers behind a word that announces them.
  static let secrets: [RedactionRule] = [
    .sure(
      .password, before: "(?:密码|密碼|passcode|password|passwd|pwd|口令是)(?:改成|设成|设的|换成)?\(Shape.link)",
      "(?=[!@#$%^&*_.~+-]{0,31}[0-9a-z])[a-z0-9!@#$%^&*_.~+-]{3,31}[a-z0-9!@#$%*_]", needs: .init(run: 3, any: "密口p")),
    .sure(
      .code, before: "(?:验证码|校验码|动态码|短信码|确认码|安全码|激活码|otp|verification code)[刚又]?(?:发的|收到)?[了的]?\(Shape.link)",
      "[0-9](?:[ -]?[0-9]){3,7}", after: Shape.numberEnd, needs: .init(digits: 4, any: "验校动短确安激o码v")),
    .sure(
      .passport,
      before: "(?:护照|通行证|回乡证|台胞证|港澳证|passport)(?: ?(?:号码?|no|number)\\.?)?\(Shape.link)",
      "[a-z]{0,2}[ -]?[0-9](?:[ -]?[0-9]){6,9}", after: Shape.wordEnd, needs: .init(digits: 7, any: "护通回台港p")),
    .sure(
      .passport, before: Shape.wordStart, "[a-z]{1,2}[0-9]{7,8}", after: " ?是?我?的?(?:护照|通行证)",
      needs: .init(digits: 7, any: "护通")),
    .sure(
      .ip, before: "(?:^|[^a-z])ip(?:地址)?\(Shape.link)", "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}", after: Shape.numberEnd,
      needs: .init(digits: 4, any: "i")),
    .sure(
      .plate, before: "(?:车牌|车号|车是)(?:号码?)?\(Shape.link)", "[\\u3400-\\u9fff]?[a-z][ ·.-]?[a-z0-9]{5,6}",
      after: Shape.wordEnd, needs: .init(run: 4, any: "车")),
  ]
}
