/// Takes out of a text what names or reaches a person, before the text is stored or shown.
///
/// It knows the shapes people type in a shop's chat: phone and card numbers, ids, order numbers, mail and WeChat
/// addresses, streets. When in doubt it masks; prices, sizes, minutes and product numbers stay.
public enum Redaction {
  /// What was found. Raw values are stable: they are stored and sent.
  public enum Kind: String, Sendable, CaseIterable {
    case mobile, landline, identity, bankCard, order, email, wechat, qq, address

    /// What stands in the text instead.
    public var mark: String {
      switch self {
      case .mobile: "〔手机号〕"
      case .landline: "〔电话〕"
      case .identity: "〔证件号〕"
      case .bankCard: "〔银行卡号〕"
      case .order: "〔单号〕"
      case .email: "〔邮箱〕"
      case .wechat: "〔微信号〕"
      case .qq: "〔QQ号〕"
      case .address: "〔地址〕"
      }
    }
  }

  /// The text with marks, and which kinds were found: each once, in the order of the text.
  public static func redact(_ text: String) -> Redacted {
    var result = text
    var masked: [Kind] = []
    // A mark may bring two halves of a shape together; what is left after a few rounds is none.
    for _ in 0..<8 {
      var folded = FoldedText(result)
      folded.claimEmails()
      folded.claimHandles()
      folded.claimParcels()
      folded.claimNumbers()
      folded.claimGroupedParcels()
      folded.claimAddresses()
      let found = folded.kinds
      if found.isEmpty { break }
      masked += found.filter { !masked.contains($0) }
      result = folded.redacted
    }
    return Redacted(text: result, masked: masked)
  }
}

public struct Redacted: Sendable, Equatable {
  public let text: String
  public let masked: [Redaction.Kind]

  public init(text: String, masked: [Redaction.Kind]) {
    self.text = text
    self.masked = masked
  }
}
