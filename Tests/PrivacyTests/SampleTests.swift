import Fixtures
import Privacy
import Tables
import Testing

@Suite struct `The sample question log` {
  static let secrets = [
    "13912345678", "13800138000", "139 1234 5678", "１３９１２３４５６７８", "wx_lily2020", "lily2020", "nuan-nuan88", "nuan88",
  ]

  @Test func `holds no phone, order or WeChat number once redacted`() throws {
    let table = try Table(reading: Sample.bytes("questions.csv"))
    let user = try #require(table.headers.firstIndex { $0.key == "昵称" })
    let question = try #require(table.headers.firstIndex { $0.key == "问题" })
    var masked: [Redaction.Kind: Int] = [:]
    for row in table.rows {
      let redacted = Redaction.redact(row.cells[question].trimmed)
      let name = Nickname.mask(row.cells[user].trimmed)
      for kind in redacted.masked { masked[kind, default: 0] += 1 }
      for secret in Self.secrets {
        #expect(!redacted.text.contains(secret), "line \(row.line)")
        #expect(!name.contains(secret), "line \(row.line)")
      }
      #expect(longestDigitRun(redacted.text) < 7 && longestDigitRun(name) < 2, "line \(row.line)")
      #expect(redacted.masked.isEmpty == !Self.isSuspicious(row.cells[question].raw), "line \(row.line)")
      #expect(name.count == 3, "line \(row.line)")
    }
    #expect(masked == [.wechat: 3, .order: 5, .mobile: 6])
  }

  /// Every group, product and source of the log stays as it is.
  @Test func `keeps groups and products`() throws {
    let table = try Table(reading: Sample.bytes("questions.csv"))
    for row in table.rows {
      for cell in row.cells[1...4].filter({ $0.raw != row.cells[3].raw }) {
        #expect(Redaction.redact(cell.trimmed).masked.isEmpty)
      }
    }
  }

  private static func isSuspicious(_ text: String) -> Bool {
    ["订单", "电话", "微信号"].contains { text.contains($0) }
  }

  private func longestDigitRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar.properties.numericType == .decimal ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

@Suite struct `Masking a user's name` {
  @Test(arguments: [
    ("小满不加糖", "小**"), ("用户7731", "用**"), ("王**", "王**"), ("A00暖暖妈妈", "A**"), ("Lily❤️", "L**"), ("周姐13800138000", "周**"),
    ("❤️暖暖", "❤️**"), ("👩‍👧豆豆", "👩‍👧**"), ("🇨🇳中国", "🇨🇳**"), ("风", "风**"), ("  清风 ", "清**"), ("", ""), ("   ", ""), ("**", "**"),
    ("***", "**"), ("王*五", "王**"), ("\u{200B}阿胶枣", "阿**"), ("*清风", "清**"),
  ])
  func `keeps its first character`(name: String, masked: String) {
    #expect(Nickname.mask(name) == masked)
    #expect(Nickname.mask(masked) == masked)
  }
}
