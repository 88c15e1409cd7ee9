/// What the patterns of several rules are made of.
enum Shape {
  /// A digit, also a spelled one.
  static let numeral = "[0-9零〇一幺二三四五六七八九壹贰叁肆伍陆柒捌玖]"
  /// What people type between the digits of one number.
  static let gap = #"[ \u200b._~·*()|/,+…\[\]-]{0,4}"#
  /// What stands between a word and what it announces: 微信号：, 电话是, 就叫.
  static let link = #"[ \u200b:=_~>→|/,"'「“(#-]{0,3}(?:就|也|都)?(?:是|叫|为|is)?[ \u200b:=~>→|/,"'「“(#-]{0,3}"#
  /// The end of a number, said to be one: 尾号, 最后四位.
  static let tail = "的?(?:尾号|尾数|(?:最后|后面|后|末)(?:[0-9四六几]位)(?:数字?)?)"
  /// Nothing that would make of a word of Latin letters the end of another.
  static let wordStart = "(?:^|[^a-z0-9])"
  static let wordEnd = "(?![a-z0-9])"
  static let notInNumber = "(?:^|[^0-9])"
  static let numberEnd = "(?![0-9])"
  /// What stands in a name of a place: all of Chinese but what speaks of going there, or of goods.
  static let han = "(?:(?!\(elsewhere))[\\u3400-\\u9fff])"
  private static let elsewhere =
    "[在是到寄址住送去往给我的了吗你他她们有要能不没这那么帮问请您咱呢啊跟把被让就还很也又叫买卖穿拍退换吃做再才什哪谁怎件款码订递错填写烦姐妹]"
}
