import Fixtures
import Privacy
import Testing

@Suite struct `Redacting a text` {
  static let personal: [(String, String, Redaction.Kind)] = [
    ("电话13912345678", "电话〔手机号〕", .mobile), ("电话139 1234 5678吗", "电话〔手机号〕吗", .mobile),
    ("139-1234-5678", "〔手机号〕", .mobile), ("电话１３９１２３４５６７８", "电话〔手机号〕", .mobile),
    ("１３９ １２３４ ５６７８", "〔手机号〕", .mobile), ("1391234 5678", "〔手机号〕", .mobile),
    ("139.1234.5678", "〔手机号〕", .mobile), ("1 3 9 1 2 3 4 5 6 7 8", "〔手机号〕", .mobile),
    ("+86 13912345678", "〔手机号〕", .mobile), ("0086-139-1234-5678", "〔手机号〕", .mobile),
    ("8613912345678", "〔手机号〕", .mobile), ("周姐13800138000问", "周姐〔手机号〕问", .mobile),
    ("1️⃣3️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "〔手机号〕\u{FE0F}\u{20E3}", .mobile), ("𝟏𝟑𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "〔手机号〕", .mobile),
    ("幺三九一二三四五六七八", "〔手机号〕", .mobile), ("139一二三四5678", "〔手机号〕", .mobile),
    ("拍2件139 1234 5678 3号", "拍2件〔手机号〕 3号", .mobile), ("139\u{200B}1234\u{200B}5678", "〔手机号〕", .mobile),
    ("010-62345678", "〔电话〕", .landline), ("(0755)8234 5678", "(〔电话〕", .landline), ("057188889999", "〔电话〕", .landline),
    ("座机 62345678", "座机 〔电话〕", .landline), ("400-800-1234", "〔电话〕", .landline),
    ("11010519491231002X", "〔证件号〕", .identity), ("身份证110105194912310021", "身份证〔证件号〕", .identity),
    ("110105 19491231 002x", "〔证件号〕", .identity), ("１１０１０５１９４９１２３１００２Ｘ", "〔证件号〕", .identity),
    ("6222021234567890123", "〔单号〕", .order), ("6222 0212 3456 7890 123", "〔银行卡号〕", .bankCard),
    ("4111111111111111", "〔银行卡号〕", .bankCard), ("4111 1111 1111 1111", "〔银行卡号〕", .bankCard),
    ("订单65762637044409367还没到", "订单〔单号〕还没到", .order), ("1234567890", "〔单号〕", .order),
    ("SF1234567890123到哪了", "〔单号〕到哪了", .order), ("sf１２３４５６７８９０１２３", "〔单号〕", .order),
    ("EA123456789CN", "〔单号〕", .order), ("单号 6576 2637 0444", "单号 〔单号〕", .order),
    ("取件码：123456", "取件码：〔单号〕", .order), ("139\n1234\n5678", "〔手机号〕", .mobile), ("快递单号JD01234567", "快递单号〔单号〕", .order),
    ("邮箱lily.wang@qq.com谢谢", "邮箱〔邮箱〕谢谢", .email), ("lily＠qq．com", "〔邮箱〕", .email),
    ("12345678901@163.com", "〔邮箱〕", .email), ("微信号wx_lily2020", "微信号〔微信号〕", .wechat),
    ("微信号nuan-nuan88", "微信号〔微信号〕", .wechat), ("wx:lily2020", "wx:〔微信号〕", .wechat),
    ("微信：lily_2020a", "微信：〔微信号〕", .wechat), ("加我vx lily2020", "加我vx 〔微信号〕", .wechat),
    ("V信lily2020", "V信〔微信号〕", .wechat), ("ＶＸ：ｌｉｌｙ２０２０", "ＶＸ：〔微信号〕", .wechat),
    ("我的是wx_lily2020哦", "我的是〔微信号〕哦", .wechat), ("wxid_8f3kd92kd", "〔微信号〕", .wechat),
    ("加v：lily2020", "加v：〔微信号〕", .wechat), ("微信号是lilywang", "微信号是〔微信号〕", .wechat),
    ("微信 88886666", "微信 〔微信号〕", .wechat), ("qq12345678", "qq〔QQ号〕", .qq), ("QQ号：123456", "QQ号：〔QQ号〕", .qq),
    ("文三路100号", "〔地址〕", .address), ("寄到杭州市西湖区文三路100号", "寄到〔地址〕", .address),
    ("浙江省杭州市西湖区", "〔地址〕", .address), ("地址是幸福小区3栋2单元501室", "地址是〔地址〕", .address),
    ("我住3栋2单元501", "我住〔地址〕", .address), ("延安路200弄5号楼301室能送吗", "〔地址〕能送吗", .address),
    ("北京市朝阳区建国路88号 现代城 A座 1201室", "〔地址〕", .address), ("解放大道１２号", "〔地址〕", .address),
  ]

  @Test(arguments: personal)
  func `masks what reaches a person`(text: String, expected: String, kind: Redaction.Kind) {
    let redacted = Redaction.redact(text)
    #expect(redacted.text == expected)
    #expect(redacted.masked == [kind])
  }

  @Test(arguments: [
    "3号多少钱", "169元", "37码", "3号 羊绒开衫", "1号链接169元，2号链接199元", "身高170体重100斤穿什么码", "158cm 108斤穿L码吗",
    "169 199 239 269", "139 169 199 37", "160/84A 165/88A 170/92A", "2026-03-12 19:58:03", "2026/03/12 20:01",
    "12.12 20点开播", "满300减50，满600减120", "¥48,312.00", "231182.00元", "第27分钟", "00:27:30", "20%羊绒80%羊毛",
    "是100%山羊绒吗", "A00暖暖妈妈", "福利3群", "用户7731", "手机尾号5678", "139****5678", "加微信有什么福利", "微信支付付不了",
    "微信群怎么进", "加了企微没人回我", "加V领券", "qq糖有吗", "乌鲁木齐能到吗", "杭州市能到吗", "杭州市西湖区能到吗", "味道3号的好",
    "商城3号链接", "这个怎么弄3号", "知道3号多少钱吗", "一路看到3号", "看2号3号", "2号 3号 4号都要", "逛街穿3号合适吗", "订单2件", "快递3天没到",
    "款号A23185", "UPF50+", "95588", "主播@小满 讲一下", "S M L XL都有吗", "90后", "买2件9折", "5、6、7号", "第3场 2026年3月12日",
    "邮费10元", "120支纱", "三双装", "一三五发货", "在市区吗", "小区能送吗", "1499 1599 1699", "今天12点前拍20号发货",
  ])
  func `leaves what speaks of goods`(text: String) {
    #expect(Redaction.redact(text) == Redacted(text: text, masked: []))
  }

  @Test func `several things in one text are each named once, in order`() {
    let redacted = Redaction.redact("订单65762637044409367，电话139 1234 5678或13800138000，微信号nuan-nuan88")
    #expect(redacted.text == "订单〔单号〕，电话〔手机号〕或〔手机号〕，微信号〔微信号〕")
    #expect(redacted.masked == [.order, .mobile, .wechat])
  }

  @Test func `redacting twice is redacting once, whatever the text`() {
    let seed: UInt64 = 47
    var random = Dice(seed: seed)
    let pieces = [
      "1", "3", "9", "139", "1234", "5678", "20", "0", "6222", "x", "X", " ", "-", ".", "@", "qq.com", "微信", "号", "wx",
      "_",
      "lily2020", "文三路", "杭州市", "区", "栋", "单元", "室", "SF", "电话", "订单", "：", "，", "的", "〔手机号〕", "〔", "〕", "元", "码", "１",
      "一", "\u{200B}", "\u{FE0F}", "❤️", "是", "100号", "小区", "省", "e\u{301}", "QQ", "+86", "v",
    ]
    for round in 0..<6_000 {
      let text = (0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let once = Redaction.redact(text)
      let twice = Redaction.redact(once.text)
      #expect(twice == Redacted(text: once.text, masked: []), "seed \(seed), round \(round): \(text)")
    }
  }

  @Test func `a number typed in any of its ways never survives`() {
    let seed: UInt64 = 13_800_138_000
    var random = Dice(seed: seed)
    let around = ["电话", "加我", "，", "谢谢", "问下", "3号", "169元", " ", "！", "在吗"]
    for round in 0..<2_000 {
      let digits = "1\(3 + random.below(7))" + (0..<9).map { _ in String(random.below(10)) }.joined()
      var typed = ""
      let gap = ["", " ", "-", ".", "　", "\u{200B}"][random.below(6)]
      for (index, digit) in digits.enumerated() {
        if index == 3 || index == 7 { typed += gap }
        let wide = Unicode.Scalar(digit.unicodeScalars.first!.value + 0xFEE0)!
        typed += random.below(2) == 0 ? String(digit) : String(Character(wide))
      }
      let text = around[random.below(around.count)] + typed + around[random.below(4)]
      let redacted = Redaction.redact(text)
      let left = redacted.text.unicodeScalars.count { $0.properties.numericType == .decimal }
      #expect(
        redacted.masked.contains(.mobile) && left <= 4, "seed \(seed), round \(round): \(text) → \(redacted.text)")
    }
  }
}

@Suite struct `Keeping what is nobody's` {
  @Test func `leaves an unsure finding, and names its kind`() {
    let redacted = Redaction.redact("收件人方文山改一下", keeping: ["方文山"])
    #expect(redacted == Redacted(text: "收件人方文山改一下", masked: []))
    #expect(redacted.kept == [.name])
  }

  @Test func `masks what is sure all the same`() {
    let redacted = Redaction.redact("我叫李娜，电话13812345678", keeping: ["13812345678", "李娜，电话13812345678", "138"])
    #expect(redacted == Redacted(text: "我叫〔姓名〕，电话〔手机号〕", masked: [.name, .mobile]))
    #expect(redacted.kept == [])
  }

  @Test func `tells of every finding whether it can be kept`() {
    let findings = Redaction.redact("我叫李娜，电话13812345678").findings
    #expect(findings.map(\.kind) == [.name, .mobile])
    #expect(findings.map(\.isSure) == [false, true])
    #expect(findings.map(\.text) == ["李娜", "13812345678"])
  }
}
