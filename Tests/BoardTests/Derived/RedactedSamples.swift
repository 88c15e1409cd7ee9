import Fixtures
import JSON

@testable import Privacy

/// `Tests/Samples/redacted.json`: lines as people write them and at random, with what redaction makes of them, for the
/// page's twin of it.
struct RedactedSamples {
  private static let pieces = [
    "1", "3", "9", "139", "1234", "5678", "20", "0", "6222", "x", "X", " ", "-", ".", "@", "qq.com", "微信", "号", "wx",
    "_", "lily2020", "文三路", "杭州市", "区", "栋", "单元", "室", "SF", "电话", "订单", "：", "，", "的", "〔手机号〕", "〔", "〕", "元", "码",
    "１",
    "一", "\u{200B}", "\u{FE0F}", "❤️", "是", "100号", "小区", "省", "e\u{301}", "QQ", "+86", "v", "收件人", "王芳", "姓名", "我叫",
    "密码", "验证码", "护照", "生日", "1990", "尾号", "𝟏𝟑𝟗", "④", "🐧", "👩‍👧", "\n", "货号", "192.168.", "艾特", "点", "浙A·", "2",
  ]

  var text: String {
    get throws {
      let lines = try (listed("privacy.tsv") + listed("privacy-second.tsv") + mixed).map(sample)
      return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
  }

  private func sample(_ text: String) -> String {
    let redacted = Redaction.redact(text)
    let findings = redacted.findings.map { finding -> JSON in
      [.string(finding.kind.rawValue), .string(finding.text), .bool(finding.isSure)]
    }
    let json: JSON = [
      "text": .string(text), "redacted": .string(redacted.text),
      "masked": .array(redacted.masked.map { .string($0.rawValue) }), "findings": .array(findings),
    ]
    return "  " + String(decoding: json.bytes, as: UTF8.self)
  }

  private func listed(_ name: String) throws -> [String] {
    String(decoding: try Sample.bytes(name), as: UTF8.self).split(separator: "\n").dropFirst().map {
      String($0.split(separator: "\t", omittingEmptySubsequences: false)[1]).replacing("\\n", with: "\n")
    }
  }

  private var mixed: [String] {
    var random = Dice(seed: 74_54)
    return (0..<400).map { _ in
      (0..<random.below(12) + 1).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
    }
  }
}
