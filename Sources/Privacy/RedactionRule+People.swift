// Names of people: behind a word that announces one, or before and behind what has been masked.
extension RedactionRule {
  private static let surname =
    "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    + "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕"
    + "聂丛焦向柳邢骆岳齐沿雷詹欧翁祝左涂柯覃甘阮莫])"
  /// Words that begin like a name.
  private static let word =
    "(?!方便|方式|方法|马上|任何|任意|何时|何地|万一|安排|安全|金额|金色|黄色|白色|余额|常用|许多|高兴|高端|成功|于是|程序|夏天|江苏|江西|陈列|严重|毛病|毛衣|石头|文字|左右|向上"
    + "|易碎|龙凤|温馨|温度|白金|黄金|施工|康复|牛奶|林区|石家|常州|温州|安徽|江浙|贺卡|祝福|甘肃|陆续|段时|雷同|柳州|洪水|于我|章子)"
  private static let name =
    "\(word)\(surname)(?:先生|女士|小姐|太太|老师|[\\u3400-\\u9fff]{1,2}?(?=[^\\u3400-\\u9fff]|[的是我想要能电手地住在收买下问说有没就也都已和吗吧])|[\\u3400-\\u9fff]{1,2})"
  private static let label = "(?:收件人|收货人|姓名|联系人|户名|持卡人|寄件人|发件人|机主|名字|我叫|我名叫|本人|本名|全名)"

  static let people: [RedactionRule] = [
    .unsure(
      .name, before: "(?:收件人|收货人|姓名|联系人|户名|持卡人|寄件人|发件人|机主)(?:姓名|名字|名)?[ \\u200b]?[:=][ \\u200b]?",
      "[\\u3400-\\u9fff]{2,4}", after: "(?![\\u3400-\\u9fff])", needs: .init(any: "件货姓系户持机")),
    .unsure(
      .name, before: "\(label)[ \\u200b:=,]{0,3}(?:就|也)?(?:是|叫|为|写[的成]?|填[的成]?|改成|改为|换成)?[ \\u200b:「“]{0,2}", name,
      needs: .init(any: "件货姓系户持机名叫本")),
    .unsure(
      .name, before: "(?:^|[^\\u3400-\\u9fff])(?:我是|这是)", "[王李张刘陈杨赵吴周徐孙朱郭何林罗郑梁谢宋唐韩冯邓曹彭曾][\\u3400-\\u9fff]{1,2}",
      after: "(?![\\u3400-\\u9fff])", needs: .init(any: "是")),
    .unsure(
      .name, before: "(?:^|[^\\u3400-\\u9fff])", "\(word)\(surname)(?:先生|女士|小姐|(?![姐哥总妈爸叔姨嫂老])[\\u3400-\\u9fff]{1,2})",
      after: "[ ,:]{0,3}(?:收|电话|手机|tel)?[ ,:]{0,2}\\ufffc", needs: .init(any: "\u{FFFC}")),
    .unsure(
      .name, before: "\\ufffc[ ,:]{1,3}", "\(word)\(surname)[\\u3400-\\u9fff]{1,2}", after: " ?收?(?![\\u3400-\\u9fff])",
      needs: .init(any: "\u{FFFC}")),
  ]
}
