internal import Tables

extension Platform {
  /// Its amounts are rupiah without a sign.
  static let shopeeIndonesia = Platform(
    "shopeeID", "Shopee Indonesia", currency: "IDR", order: .dayFirst,
    """
    No. | -
    Nama Livestream | [title]
    Waktu Mulai | [start]
    Durasi | duration_sec
    Penonton Aktif | - | 有过互动或停留的观看人数
    Komentar | comment_cnt
    Tambah ke Keranjang | -
    Rata-rata durasi ditonton | avg_watch_sec
    Penonton | watch_uv
    Pesanan(Pesanan Dibuat) | create_cnt
    Pesanan(Pesanan Siap Dikirim) | pay_cnt | 已支付待发货的订单
    Produk Terjual(Pesanan Dibuat) | -
    Penjualan(Pesanan Dibuat) | - | 下单金额
    Penjualan(Pesanan Siap Dikirim) | gmv | 已支付待发货的金额
    """)

  /// 视频号助手's data centre.
  static let channels = Platform(
    "channels", "视频号助手",
    """
    开播时长 | duration_sec
    平均观看时长 | avg_watch_sec
    新增关注人数 | new_follow
    新增粉丝团 | fan_club_new
    """)
}
