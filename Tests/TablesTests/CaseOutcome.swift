import Metrics
import Tables

/// What a case's file must come to.
enum CaseOutcome {
  /// The summary of the show at hand: these values among others, and none of `absent`.
  case numbers([String: Double], absent: [String] = [], told: [Told] = [], unsure: [String] = [], accepted: Int = 1)
  /// The show at hand begins then, in seconds from midnight of 2026-03-12, whatever its numbers.
  case begins(Int)
  /// The show at hand as all sheets of a workbook tell it.
  case sheets([String: Double], begins: Int)
  /// A summary that is doubted before anything is taken.
  case doubted(Doubt)
  /// A list of these shows, title and one value each, and lines that are none.
  case shows([Show], left: [LeftLine] = [], told: [Told] = [])
  /// A trend of the show that begins at 20:00.
  case offsets([Int], TimeStyle)
  case trendDoubted(Doubt)
  /// A trend's column of that metric, and whether it is asked about.
  case series(String, MinuteSeries.Kind, [Double?], ColumnReading.Certainty)
  /// Questions' words; seconds since 20:00, nil where the file does not say.
  case questions([String], at: [Int?]? = nil, told: [Told] = [], without: [String] = [])
  /// Where the case belongs, and why not here.
  case elsewhere(String)

  struct Show {
    let title: String
    var values: [String: Double] = [:]
    /// `2026-03-14 20:00`, and the end.
    var times: (String, String)?
  }

  struct Told: Equatable {
    let line: Int
    let why: Problem.Why

    init(_ line: Int, _ why: Problem.Why) {
      self.line = line
      self.why = why
    }
  }
}

extension CaseOutcome {
  private static let evening: [String: Double] = ["gmv": 48312, "watch_uv": 12480]
  private static let book: [(String, Double)] = [
    ("春款上新", 214_200), ("大衣专场", 195_600), ("春款上新", 239_500), ("春款上新", 217_400), ("羊绒专场", 220_300), ("大衣专场", 167_400),
    ("羊绒专场", 164_100), ("会员专场", 139_000), ("大衣专场", 133_800), ("羊绒专场", 231_200),
  ]
  private static let late = [Show(title: "晚场", values: evening), Show(title: "早场", values: ["gmv": 10])]
  private static let total: [LeftLine] = [LeftLine(line: 4, why: .total)]

  /// By the file's name in `expectations.tsv`.
  static let byFile: [String: CaseOutcome] = [
    "a01-summary-many-rows.csv": .numbers(evening),
    "a02-summary-of-another-show.csv": .doubted(.otherDay),
    "a03-per-product-as-summary.csv": .doubted(.productList),
    "a04-list-several-shows-a-date.csv": .shows([
      Show(title: "早场", values: ["gmv": 10]), Show(title: "午场", values: ["gmv": 20]),
      Show(title: "晚场", values: evening),
    ]),
    "a05-handbook.tsv": .shows(book.map { Show(title: $0, values: ["gmv": $1]) }),
    "a06-list-test-stream-before.csv": .shows([
      Show(title: "调试", values: ["gmv": 0, "watch_uv": 5]), Show(title: "晚场", values: evening),
    ]),
    "a08-list-total-colon.csv": .shows(late, left: total),
    "a08-list-total-space.csv": .shows(late, left: total),
    "a08-list-total-avg.csv": .shows(late, left: total),
    "a08-list-total-n.csv": .shows(late, left: total),
    "a09-total-in-second-column.csv": .shows(
      [Show(title: "晚场", values: evening)], left: [LeftLine(line: 3, why: .total)]),
    "rat-plain.csv": .numbers(["enter_rate": 0.1842]),
    "rat-hdr-10k.csv": .numbers(["enter_rate": 0.1842]),
    "a10-sycm-rates.csv": .numbers(
      ["clk_pay_rate": 0.0157, "view_pay_rate": 11.0 / 2438, "interact_rate": 0.0291]),
    "num-hdr-fen.csv": .numbers(["gmv": 48312]),
    "num-dollar.csv": .numbers(["reserve_uv": 1022], absent: ["gmv"], told: [Told(2, .foreignCurrency)]),
    "num-two-in-cell.csv": .numbers(["reserve_uv": 1015], absent: ["watch_uv"], told: [Told(2, .twoNumbers)]),
    "dur-hm.csv": .numbers(["duration_sec": 15240]),
    "dur-hm-unit.csv": .numbers(["duration_sec": 15240]),
    "dur-excel.csv": .numbers(["avg_watch_sec": 205], unsure: ["人均观看时长"]),
    "a11-list-duration-bare-hours.csv": .shows([Show(title: "一", values: ["gmv": 3])], told: [Told(2, .ambiguous)]),
    "a12-questions-open-quote.csv": .questions(
      ["\"羊绒会起球吗", "能便宜点吗", "\"3号\"什么时候上", "几点下播"], at: [60, 120, 180, 240], told: [Told(2, .unclosedQuote)],
      without: ["小满不加糖", "阿珍爱上了阿强", "王小明1990", "丁丁"]),
    "a13-trend-elapsed-time.csv": .offsets([60, 120, 14340], .elapsed),
    "a15-trend-other-day.csv": .trendDoubted(.otherDay),
    "a16-trend-running-total.csv": .series("gmv", .cumulative, [100, 200, 300], .unsure),
    "a17-list-1970-row.csv": .shows(
      [Show(title: "一", values: ["gmv": 1]), Show(title: "三", values: ["gmv": 3])], told: [Told(3, .outOfRange)]),
    "a18-douyin-sheet-products-no-total.csv": .doubted(.productList),
    "b01-banner2.csv": .numbers(evening),
    "b01-banner-two-cells.csv": .numbers(evening),
    "b01-banner-row3.csv": .numbers(evening),
    "b01-vertical.csv": .numbers(evening),
    "b01-trailing-empty-columns.csv": .numbers(["gmv": 48312]),
    "b01-semicolon-millions.csv": .numbers(["gmv": 1_248_312, "watch_uv": 1_212_480]),
    "b02-tsv-commas-in-text.tsv": .questions(["红的,蓝的,黑的,白的,哪个好", "有货吗"]),
    "b02-csv-semicolons-in-text.csv": .questions(["红的;蓝的;黑的;白的;紫的", "有货吗"]),
    "b03-fullwidth-colon.csv": .offsets([60, 120], .clock),
    "b03-question-times.csv": .questions(["有货吗", "多少钱", "没有时间"], at: [60, 180, nil]),
    "b04-24h-clock.csv": .offsets([14340, 14700, 18600], .clock),
    "b05-same-words-two-users.csv": .questions(["有货吗", "有货吗"], at: [60, 60]),
    "b07-time-range-cells.csv": .shows([
      Show(title: "夜", values: ["gmv": 5], times: ("2026-03-12 20:00:00", "2026-03-13 00:12:00")),
      Show(title: "夜2", values: ["gmv": 5], times: ("2026-03-14 20:00:00", "2026-03-15 00:12:00")),
    ]),
    "b09-gb18030-one-bad-byte.csv": .numbers(evening, told: [Told(2, .brokenText)]),
    "b09-utf8-truncated.csv": .numbers(evening, told: [Told(2, .brokenText), Told(2, .extraCell)]),
    "b09-one-nul.csv": .numbers(evening, told: [Told(2, .brokenText)]),
    "b10-utf16le.txt": .numbers(evening),
    "b11-big5-questions.csv": .questions(["請問這件開衫會縮水嗎"], at: [300], told: [Told(2, .doubtfulText)]),
    "b12-douyin-show.xlsx": .sheets(
      [
        "gmv": 231_182, "watch_uv": 11967, "impression_uv": 95736, "avg_watch_sec": 169, "interact_rate": 0.0583,
        "pay_uv": 673,
      ], begins: 19 * 3600 + 58 * 60 + 3),
    "b13-sheet-people.csv": .numbers(
      ["avg_watch_sec": 169, "interact_rate": 0.0583, "new_follow": 514], absent: ["refund_amt", "gmv"]),
    "b13-sheet-products.csv": .numbers(["gmv": 231_182, "pay_uv": 673, "pay_cnt": 748, "exp_clk_rate": 0.351]),
    "b13-sheet-basics.csv": .begins(19 * 3600 + 58 * 60 + 3),
    "b13-sheet-funnel.csv": .numbers(
      ["impression_uv": 95736, "watch_uv": 11967, "avg_online": 356, "item_exp_uv": 7779, "pay_uv": 673]),
    "num-exceltext.csv": .numbers(["impression_uv": 12480]),
    "num-M.csv": .numbers(["like_cnt": 1_200_000]),
    "num-baiwan.csv": .numbers(["gmv": 1_200_000]),
    "num-renminbi.csv": .numbers(["gmv": 48312]),
    "num-hdr-qianyuan.csv": .numbers(["gmv": 48312]),
    "num-hdr-slash.csv": .numbers(["gmv": 48300]),
    "num-hdr-yuan-cjk.csv": .numbers(["gmv": 48312]),
    "num-hdr-star.csv": .numbers(["gmv": 48312]),
    "dur-ge.csv": .numbers(["duration_sec": 15240]),
    "c01-duplicate-header-trend.csv": .series("gmv", .perBucket, [10, 20], .unsure),
    "c02-quote-then-text.csv": .questions(["\"3号\"链接多少钱"], at: [60]),
    "c03-playbook-text-structure.txt": .elsewhere("what is written into the playbook's Markdown is no table"),
  ]
}
