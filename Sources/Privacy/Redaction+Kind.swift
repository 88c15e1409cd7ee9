extension Redaction {
  /// What was found. Raw values and marks are stable: they are stored and sent. A new kind stands at the end.
  public enum Kind: String, Sendable, CaseIterable {
    case mobile, landline, identity, bankCard, order, email, wechat, qq, address
    case name, account, code, password, passport, plate, birthday, ip

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
      case .name: "〔姓名〕"
      case .account: "〔账号〕"
      case .code: "〔验证码〕"
      case .password: "〔密码〕"
      case .passport: "〔护照号〕"
      case .plate: "〔车牌〕"
      case .birthday: "〔生日〕"
      case .ip: "〔IP〕"
      }
    }
  }
}
