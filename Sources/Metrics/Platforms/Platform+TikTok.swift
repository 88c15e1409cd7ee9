internal import Tables

extension Platform {
  /// TikTok Shop counts products' impressions and clicks by times, not by people; so do its rates.
  static let tiktok = Platform(
    "tiktokShop", "TikTok Shop", order: .dayFirst,
    """
    Creator ID | -
    Creator | -
    Nickname | -
    Launched Time | [start]
    Duration | duration_sec
    Revenue | gmv
    Products | -
    Different Products Sold | -
    Orders Created | create_cnt
    Orders Paid | pay_cnt
    Unit Sales | -
    Buyers | pay_uv
    Average Price | aov | 成交金额 ÷ 成交人数
    CO rate | - | 成交 ÷ 商品点击次数
    Viewers | watch_uv
    Views | watch_pv
    ACU | avg_online
    PCU | peak_online
    Avg. Viewing Duration | avg_watch_sec
    Product Impressions | - | 商品曝光次数，不去重
    Product Clicks | - | 商品点击次数，不去重
    CTR | - | 商品点击次数 ÷ 商品曝光次数
    """)

  static let tiktokIndonesia = Platform(
    "tiktokShopID", "TikTok Shop Indonesia", currency: "IDR", order: .dayFirst,
    """
    Creator ID | -
    Kreator | -
    Nama panggilan | -
    Waktu Live | [start]
    Durasi | duration_sec
    Penghasilan | gmv
    Produk | -
    Produk Terjual | -
    Pesanan Dibuat | create_cnt
    Pesanan Dibayar | pay_cnt
    Penjualan | - | 成交件数
    Pembeli | pay_uv
    Harga Rata-Rata | aov | 成交金额 ÷ 成交人数
    CO Rate | - | 成交 ÷ 商品点击次数
    Penonton | watch_uv
    Live Stream Dilihat | watch_pv
    Rata-rata Penonton | avg_online
    Penonton Tertinggi | peak_online
    Durasi Rata-rata | avg_watch_sec
    Komentar | comment_cnt
    Live Dibagikan | share_cnt
    Likes | like_cnt
    Pengikut Baru | new_follow
    Produk Dilihat | - | 商品曝光次数，不去重
    Klik Produk | - | 商品点击次数，不去重
    CTR | - | 商品点击次数 ÷ 商品曝光次数
    """)

  /// What a creator sees, who sells for shops: amounts attributed to the stream.
  static let tiktokCreator = Platform(
    "tiktokCreator", "TikTok Creator", order: .dayFirst,
    """
    Start time | [start]
    Duration | duration_sec
    Attributed GMV | gmv | 归因于本场的成交金额
    Attributed orders | pay_cnt
    Views | watch_pv
    LIVE impressions | - | 曝光次数，不去重
    Product clicks | - | 商品点击次数，不去重
    Avg. viewing duration per viewer | avg_watch_sec
    Product impressions | - | 商品曝光次数，不去重
    Ads Cost | ad_cost
    Ads GMV | - | 广告带来的成交
    """)
}
