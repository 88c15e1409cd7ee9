/// Money that is not yuan, by its ISO code. The product counts in yuan; it never converts.
public struct Currency: Sendable, Hashable {
  public let code: String

  /// What stands before or behind an amount, the longer before what it begins with.
  private static let signs: [(sign: String, code: String)] = [
    ("us$", "USD"), ("hk$", "HKD"), ("nt$", "TWD"), ("mx$", "MXN"), ("r$", "BRL"), ("s$", "SGD"), ("a$", "AUD"),
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("₫", "VND"), ("đ", "VND"), ("฿", "THB"), ("₱", "PHP"), ("₩", "KRW"),
    ("usd", "USD"), ("hkd", "HKD"), ("twd", "TWD"), ("ntd", "TWD"), ("idr", "IDR"), ("brl", "BRL"), ("sgd", "SGD"),
    ("vnd", "VND"), ("thb", "THB"), ("myr", "MYR"), ("php", "PHP"), ("jpy", "JPY"), ("krw", "KRW"), ("eur", "EUR"),
    ("gbp", "GBP"), ("rp", "IDR"), ("美元", "USD"), ("美金", "USD"), ("港币", "HKD"), ("港元", "HKD"), ("新台币", "TWD"),
    ("台币", "TWD"), ("日元", "JPY"), ("円", "JPY"), ("欧元", "EUR"), ("英镑", "GBP"), ("韩元", "KRW"), ("泰铢", "THB"),
    ("越南盾", "VND"), ("印尼盾", "IDR"), ("rm", "MYR"),
  ]

  /// What an amount with a sign begins or ends with, for most amounts to be passed over by.
  private static let starts = Set(
    (signs.map(\.sign) + signs.map { $0.sign.uppercased() }).compactMap(\.unicodeScalars.first) + ["-", "+", "("])
  private static let ends = Set(
    (signs.map(\.sign) + signs.map { $0.sign.uppercased() }).compactMap(\.unicodeScalars.last) + [")"])

  /// How yuan is marked; those marks are taken off.
  static let yuan = ["人民币", "rmb", "cny", "¥"]

  public init(code: String) { self.code = code }

  /// The currency whose sign or code this is, as a header has it in brackets.
  public init?(sign: String) {
    let sign = sign.lowercased()
    guard let known = Self.signs.first(where: { $0.sign == sign || $0.code.lowercased() == sign }) else { return nil }
    code = known.code
  }

  /// The currency that is marked before or behind the amount.
  init?(markedIn amount: Substring) {
    guard let first = amount.unicodeScalars.first, let last = amount.unicodeScalars.last, first != "¥",
      !("0"..."9").contains(first) || !("0"..."9").contains(last),
      Self.starts.contains(first) || Self.ends.contains(last)
    else { return nil }
    let amount = amount.lowercased().drop { "-+(".contains($0) }
    guard !Self.yuan.contains(where: amount.hasPrefix),
      let known = Self.signs.first(where: { amount.hasPrefix($0.sign) || amount.hasSuffix($0.sign) }),
      amount.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    code = known.code
  }
}
