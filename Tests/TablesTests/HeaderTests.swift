import Fixtures
import Metrics
import Tables
import Testing

@Suite struct `The words of platforms` {
  /// Of each file the platform whose words they are, and the columns that the catalogue has no metric for. Everything
  /// else must be understood.
  struct Words: CustomTestStringConvertible, Sendable {
    let file: String
    let platform: String?
    /// By their headers, parted by spaces; `_` stands for a space within one.
    let without: String
    /// Metrics in another money: named, and left.
    var money: String = ""

    var testDescription: String { file }
  }

  static let all: [Words] = [
    Words(
      file: "01-douyin-compass-live-list.csv", platform: "douyinCompass",
      without: """
        主播头像 主播昵称 主播抖音号 直播间曝光次数 单小时观看人数 直播激励观看次数 取关粉丝数 观看老粉占比 带货商品数 直播间商品曝光次数 \
        直播间商品点击次数 直播间用户支付金额 单小时用户支付金额 直播间成交件数 直播间退款订单数 直播间退款人数 预估佣金支出 \
        商品曝光-点击率(次数) 商品点击-成交率(次数) 观看-成交率(次数) 预售订单数 预售全款金额 新加购物团人数 投放消耗(店铺被投) 净成交金额 \
        净成交订单数 1小时退款金额 1小时退款订单数 1小时退款率 消费券引导支付金额 消费券引导支付占比 消费券补贴金额 消费券使用量
        """),
    Words(
      file: "02-sycm-live-per-show.csv", platform: "sycm", without: "场次id 转粉率 商品点击次数 商品点击率 商品加购人数 商品加购件数 成交件数"),
    Words(
      file: "03-sycm-changci.csv", platform: "sycm",
      without: "店铺 场次id 封面图点击率 流量券消耗 观看总时长（秒） 次均观看时长（秒） 商品点击次数 商品点击率 加购人数 加购件数 加购次数 成交件数"),
    Words(file: "04-taobao-livecsv.csv", platform: "taobaoLive", without: "封面图点击率 种草成交金额(元) 引导进店次数"),
    Words(
      file: "05-tiktok-live-analysis-en.csv", platform: "tiktokShop",
      without: """
        Creator_ID Creator Nickname Products Different_Products_Sold Unit_Sales CO_rate Product_Impressions Product_Clicks CTR
        """, money: "Revenue_(Rp) Average_Price_(Rp)"),
    Words(
      file: "06-tiktok-live-analysis-id.csv", platform: "tiktokShopID",
      without:
        "Creator_ID Kreator Nama_panggilan Produk Produk_Terjual Penjualan CO_Rate Produk_Dilihat Klik_Produk CTR",
      money: "Penghasilan_(Rp) Harga_Rata-Rata_(Rp)"),
    Words(
      file: "08-tiktok-creator-live-performance.csv", platform: "tiktokCreator",
      without: "LIVE_impressions Product_clicks Product_impressions Ads_GMV"),
    Words(
      file: "09-shopee-live-id.csv", platform: "shopeeID",
      without: """
        No. Penonton_Aktif Tambah_ke_Keranjang Produk_Terjual(Pesanan_Dibuat) Penjualan(Pesanan_Dibuat)
        """, money: "Penjualan(Pesanan_Siap_Dikirim)"),
    Words(file: "11-douyin-live-centre.csv", platform: "douyinLiveCentre", without: "收获音浪 送礼人数 送礼率"),
    Words(file: "12-channels-data-centre.csv", platform: "channels", without: ""),
    Words(
      file: "14-feishu-hourly-board.csv", platform: "hourlyBoard",
      without: "主播 场控 月份 时段 笔单价 直播间用户支付金额 千次观看用户支付金额 整体成交金额（元）"),
    Words(file: "16-koc-ocr.csv", platform: nil, without: "文件名"),
    Words(file: "17-sycm-per-product.csv", platform: "sycmProducts", without: "商品id 场次id 商品点击次数 加购商品件数 加购人数 成交件数"),
  ]

  static func read(_ file: String) throws -> (columns: [ColumnReading], platform: Platform?, values: [String: Double]) {
    let table = try Table(reading: Sample.bytes("cases/headers/\(file)"))
    if file.hasPrefix("14") {
      let trend = try TrendImport.read(table)
      let series = trend.content.series
      let values = zip(series.columns, series.values).compactMap { column, values in
        column.metric.map { ($0, values[0] ?? -1) }
      }
      return (trend.columns, trend.platform, Dictionary(uniqueKeysWithValues: values))
    }
    let shows = try ShowImport.list(table)
    return (shows.columns, shows.platform, shows.content.first?.readings.values ?? [:])
  }

  @Test func `every file of headers has its line`() throws {
    #expect(Self.all.count == 13)
    #expect(Set(Self.all.map { String($0.file.prefix(2)) }).count == 13)
  }

  @Test(arguments: all)
  func `are understood, but for what the catalogue has no metric for`(words: Words) throws {
    let (columns, platform, _) = try Self.read(words.file)
    #expect(platform?.key == words.platform)
    func ignored(_ reasons: Set<ColumnReading.Reason>) -> [String] {
      columns.compactMap { column in
        guard case .ignored(let reason) = column.meaning, reasons.contains(reason) else { return nil }
        return column.header.raw.replacing(" ", with: "_")
      }
    }
    #expect(
      ignored([.noMetric, .unknown, .empty, .duplicate, .foreignUnit])
        == words.without.split(separator: " ").map(String.init))
    #expect(ignored([.currency]) == words.money.split(separator: " ").map(String.init))
    #expect(columns.allSatisfy { $0.meaning != .ignored(.unknown) || words.platform == nil })
  }

  static let values: [(String, [String: Double])] = [
    (
      "01-douyin-compass-live-list.csv",
      [
        "duration_sec": 57600, "impression_uv": 182584, "watch_uv": 15093, "watch_pv": 21254, "peak_online": 75,
        "avg_online": 24, "avg_watch_sec": 64.2, "comment_cnt": 660, "fan_club_new": 2, "new_follow": 518,
        "item_exp_uv": 12774, "item_clk_uv": 6390, "pay_cnt": 1536, "gmv": 61045.3, "pay_uv": 1513,
        "refund_amt": 14603.08, "exp_clk_rate": 0.5002, "clk_pay_rate": 0.2368, "view_pay_rate": 0.1002,
        "ad_cost": 24052.43,
      ]
    ),
    (
      "02-sycm-live-per-show.csv",
      [
        "watch_pv": 5747, "watch_uv": 2438, "new_follow": 22, "item_clk_uv": 702, "clk_pay_rate": 0.01566951566951567,
        "pay_uv": 11, "pay_cnt": 27, "gmv": 3127.18, "interact_rate": 0.02912223133716161,
      ]
    ),
    (
      "03-sycm-changci.csv",
      [
        "duration_sec": 15277, "watch_uv": 12480, "watch_pv": 21030, "new_follow": 268, "avg_watch_sec": 205,
        "item_clk_uv": 2871, "gmv": 48312, "pay_uv": 214, "pay_cnt": 236, "clk_pay_rate": 0.0745,
      ]
    ),
    (
      "04-taobao-livecsv.csv",
      [
        "duration_sec": 15240, "watch_uv": 12480, "watch_pv": 21030, "avg_watch_sec": 205, "interact_rate": 0.0291,
        "new_follow": 268,
      ]
    ),
    (
      "05-tiktok-live-analysis-en.csv",
      [
        "duration_sec": 15240, "create_cnt": 260, "pay_cnt": 236, "pay_uv": 214, "watch_uv": 12480, "watch_pv": 21030,
        "avg_online": 318, "peak_online": 731, "avg_watch_sec": 205, "comment_cnt": 1932, "share_cnt": 412,
        "like_cnt": 21034, "new_follow": 268,
      ]
    ),
    (
      "06-tiktok-live-analysis-id.csv",
      [
        "duration_sec": 15240, "create_cnt": 260, "pay_cnt": 236, "pay_uv": 214, "watch_uv": 12480, "watch_pv": 21030,
        "avg_online": 318, "peak_online": 731, "avg_watch_sec": 205, "comment_cnt": 1932, "share_cnt": 412,
        "like_cnt": 21034, "new_follow": 268,
      ]
    ),
    (
      "08-tiktok-creator-live-performance.csv",
      [
        "duration_sec": 15240, "pay_cnt": 236, "watch_pv": 21030, "avg_watch_sec": 88, "new_follow": 268,
        "like_cnt": 21870, "comment_cnt": 1932, "share_cnt": 412,
      ]
    ),
    (
      "09-shopee-live-id.csv",
      [
        "duration_sec": 15277, "comment_cnt": 1932, "avg_watch_sec": 205, "watch_uv": 12480, "create_cnt": 260,
        "pay_cnt": 236,
      ]
    ),
    (
      "11-douyin-live-centre.csv",
      [
        "duration_sec": 15277, "impression_uv": 86000, "watch_uv": 12480, "enter_rate": 0.145, "avg_watch_sec": 205,
        "comment_uv": 846, "like_cnt": 21000, "avg_online": 318, "peak_online": 731, "new_follow": 268,
        "share_cnt": 412, "fan_club_new": 35,
      ]
    ),
    (
      "12-channels-data-centre.csv",
      [
        "duration_sec": 15277, "watch_uv": 12480, "watch_pv": 21030, "peak_online": 731, "avg_watch_sec": 205,
        "like_cnt": 21034, "comment_cnt": 1932, "share_cnt": 412, "new_follow": 268,
      ]
    ),
    (
      "14-feishu-hourly-board.csv",
      [
        "gmv": 12310, "pay_cnt": 58, "online": 402, "impression_uv": 31200, "watch_uv": 4512, "item_exp_uv": 3980,
        "item_clk_uv": 611, "pay_uv": 55, "enter_rate": 0.1446, "exp_clk_rate": 0.1535, "clk_pay_rate": 0.09,
        "ad_cost": 1820, "roi": 6.76, "net_gmv": 10020,
      ]
    ),
    ("16-koc-ocr.csv", ["duration_sec": 15277, "watch_pv": 86000, "watch_uv": 12480, "avg_online": 318]),
    ("17-sycm-per-product.csv", [:]),
  ]

  @Test(arguments: values)
  func `their first rows have these values and no others`(file: String, values: [String: Double]) throws {
    #expect(try Self.read(file).values == values)
  }

  @Test func `a list of products is doubted, and the hourly board asks whether it adds up`() throws {
    let products = try ShowImport.list(Table(reading: Sample.bytes("cases/headers/17-sycm-per-product.csv")))
    #expect(products.doubts == [.productList] && products.content.isEmpty && products.asks)
    let board = try TrendImport.read(Table(reading: Sample.bytes("cases/headers/14-feishu-hourly-board.csv")))
    #expect(board.columns.first { $0.meaning == .metric("gmv") }?.certainty == .unsure)
  }

  @Test func `the definition behind a word is told`() throws {
    let columns = try Self.read("02-sycm-live-per-show.csv").columns
    let rate = try #require(columns.first { $0.header.raw == "成交转化率" })
    #expect(rate.meaning == .metric("clk_pay_rate") && rate.definition == "成交人数 ÷ 商品点击人数")
    #expect(rate.style.ratio == .plain && rate.certainty == .decided)
    #expect(rate.samples == [.init(raw: "0.01566951566951567", read: .number(0.01566951566951567))])
  }
}
