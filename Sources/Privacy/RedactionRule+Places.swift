// Streets and homes: 文三路100号, 幸福小区3栋2单元501室, 浙江省杭州市西湖区. All of one, or nothing.
//
// A number with 号 alone is a product here, a town alone is where a parcel goes: neither is claimed.
extension RedactionRule {
  private static let han = Shape.han
  private static let count = "(?:[0-9]{1,5}|[一二三四五六七八九十百]{1,3}|[东西南北]|[a-z](?![a-z]))"
  /// A number may follow.
  private static let numbered = "(?=[ 0-9a-z一二三四五六七八九十百东西南北]) ?"
  /// A number is not far: where there is none, nobody need look for a street.
  private static let near = "(?=[^0-9a-z一二三四五六七八九十百东西南北]{0,24}[0-9a-z一二三四五六七八九十百东西南北])"
  private static let home = "(?:号楼|号院|栋|幢|座|单元|室|弄|塔|舍)"
  /// 3号链接 is a product.
  private static let house = "号(?!链接|宝贝|商品|产品|品|款|店|仓|线)"

  private static let street =
    "(?:大道|大街|胡同|弄堂|[路街巷段])(?:[东西南北中]?[路街段]|[一二三四五六七八九]段)? ?[附甲乙]?\(count)(?:[-之][0-9]{1,4})?"
    + " ?(?:\(house)|弄|\(home))"
  private static let estate =
    "(?:[苑府城园庄里湾期]|小区|花园|公[寓馆]|大[厦学]|[家佳嘉]园|新村|广场|宿舍|中[心学]|学院|小学|医院|山庄|名都)"
  /// What a number that is no room's goes on with.
  private static let other = "[0-9元块折码%件斤米c月]"
  /// 3栋2单元, 411楼5单元, 2区1栋, 8栋902. Of one kind twice (A座B座) is no home.
  private static let homes =
    "\(count)(?:(?:号楼|号院|[栋幢座弄塔楼]) ?\(count)(?:单元|[室门层])"
    + "|(?:号楼|[栋幢座塔]) ?(?:[0-9]{1,2}楼|[0-9]{3,4}(?!\(other)))"
    + "|单元 ?\(count)[室楼门层]|单元 ?[0-9]{3,4}(?!\(other))|[区期] ?\(count)(?:号楼|[栋幢座]))"
  /// 阳光花园6-2-1101, and no prices.
  private static let chain =
    "(?:[苑府里]|小区|花园|公[寓馆]|家园|新村|宿舍|山庄)[ ,]?[0-9]{1,3}[-#/](?:[0-9]{1,3}[-/])?[0-9]{1,4}"
    + "(?![0-9]|[元块折天码%年月]|号链接)"
  private static let village = "(?:[村屯寨]|社区) ?\(count)(?:[组队社]|\(house))"

  /// All that leads up to a street or a home: towns, districts, the name.
  private static let way = "(?:\(han)|[省市区县镇乡村道] ){1,16}?"
  /// How what ends a way begins: most characters do not.
  private static let turn = "(?=[大胡弄路街巷段小花公家佳嘉新广苑府城园庄宿中学医山名里湾期区村屯寨社])"

  /// What may still follow a number of an address: more numbers with what they number, estates, a bare room.
  private static let tail =
    "(?:[ ,]?\(han){0,10}? ?[附甲乙]?\(count)(?:-[0-9]{1,4})?\(home)|[ ,]?\(han){0,8}?附?[0-9]{1,5}(?:\(house)|[楼层门房铺户组])"
    + "|[ ,]?\(han){0,8}?(?:[a-z][0-9]{2,4}(?:\(han){1,3}?[0-9]{1,4})?|[0-9]{1,3}-[0-9]{1,4}| ?[0-9]{3,4})(?!\(other))"
    + "|[ #-]?[0-9]{1,5}(?:-[0-9]{1,5}){0,3}(?!\(other))){0,8}"

  private static let englishRoad = "(?:road|rd|street|avenue|ave|lane|drive|boulevard|blvd)"
  private static let englishPlaces = "(?:, ?[a-z]{2,15}(?: [a-z]{2,15})?){0,4}"

  static let places: [RedactionRule] = [
    .sure(
      .address,
      "(?:\(near)\(way)\(turn)(?:\(street)|\(chain)|\(estate)\(numbered)\(count) ?(?:\(home)|门)"
        + "|(?:区|\(estate))\(numbered)\(homes)|\(village))|\(homes))\(tail)",
      needs: .init(numerals: 1, any: "路街巷道段同堂楼院栋幢座单室弄塔舍区园寓村苑府馆庄屯寨")),
    .sure(
      .address,
      "(?:(?:flat|room|rm|unit|apt|apartment|suite|no|building|block|floor)[ .#]{0,2}[a-z0-9-]{1,6}[, ]{1,2}){0,4}"
        + "(?:no\\.? ?)?[0-9]{1,5}[a-z]?,? (?:[a-z0-9]{2,14} ){1,3}\(englishRoad)\(englishPlaces)",
      after: Shape.wordEnd, needs: .init(digits: 1, run: 2, any: "rvl")),
  ]

  static let doubtfulPlaces: [RedactionRule] = [
    .unsure(
      .address,
      "\(han){1,7}?(?:省|自治区|市) ?\(han){1,7}?(?:[市州盟区县]) ?\(han){1,7}?(?:[区县市旗镇乡村]|街道)"
        + "(?:\(han){1,7}?(?:街道|[镇乡村]))?",
      after: "(?! ?(?:[能可要到送发有加几多怎]|包邮|什么))",
      needs: .init(any: "省区市")),
    .unsure(
      .address, before: "(?:地址|住址|住在|家住|收货地|寄到|送到|发到)\(Shape.link)",
      "(?:\(han)|[0-9a-z #-]){2,30}?"
        + "(?:[0-9]{1,3}(?:-[0-9]{1,4}){1,3}|[0-9]{1,4}(?:号楼|室|楼|号|栋|幢|座|单元|房|舍)|[0-9]{3,4})",
      after: "(?![0-9a-z:.%\\u3400-\\u9fff-])", needs: .init(digits: 2, any: "址住收寄送发")),
  ]
}
