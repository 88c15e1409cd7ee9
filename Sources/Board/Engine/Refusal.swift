public import JSON

/// Why a command is refused. Nothing has changed.
public struct Refusal: Error, Sendable, Equatable {
  public let code: Code
  public let detail: Detail?

  public init(_ code: Code, _ detail: Detail? = nil) {
    self.code = code
    self.detail = detail
  }

  /// A closed list; the raw value is the stable code of the wire.
  public enum Code: String, Sendable, Codable, CaseIterable {
    case malformed, unknownOp, invalid, forbidden, phase, budget, notFound, conflict, lastLead, full
    case rate, inFlight, busy, unavailable, taken, unreadable, unconfirmed
    case unanswered
    case cap
    case grouped
    /// Who would have to be away is here.
    case present
  }

  public enum Detail: Sendable, Equatable {
    /// `malformed`: what is not understood.
    case field(String)
    /// `invalid`: which argument, and what is wrong with it.
    case argument(String, Problem, limit: Int?)
    /// `phase`: the one the room is in.
    case phase(Phase)
    /// `budget`: votes left.
    case left(Int)
    /// `conflict`: the newer record, rendered for whoever asked.
    case newer([UInt8])
    /// `full`, `inFlight`, `cap`: how many there may be.
    case limit(Int)
    /// `grouped`: the group that is voted for.
    case group(String)
    /// `rate`: commands a second, and when to try again.
    case rate(limit: Int, afterMilliseconds: Int)
    /// `unconfirmed`: what a show that is to be hidden holds.
    case holding(questions: Int, rooms: Int)
    /// `unavailable`: a node of an older version is there that could not read what would be stored.
    case olderNode
    /// `unavailable`: an event of the log cannot be read, and until that is mended nothing can be stored in it.
    case unreadableLog
    /// `unanswered`: the ids of the records that ask for an answer.
    case records([String])
  }

  /// What is wrong with an argument. The raw value is sent.
  public enum Problem: String, Sendable, CaseIterable {
    case missing, wrongType, tooLong, tooShort, outOfRange, unknown, invalid
  }

  public static func invalid(_ field: String, _ problem: Problem, limit: Int? = nil) -> Refusal {
    Refusal(.invalid, .argument(field, problem, limit: limit))
  }

  public static let notFound = Refusal(.notFound)
  public static let forbidden = Refusal(.forbidden)

  /// Whether the same command, unchanged, may be sent again later.
  public var mayRetry: Bool {
    switch code {
    case .rate, .inFlight, .busy, .unavailable: true
    case .malformed, .unknownOp, .invalid, .forbidden, .phase, .budget, .notFound, .conflict,
      .lastLead, .full, .taken, .unreadable, .unconfirmed:
      false
    case .unanswered: false
    case .cap: false
    case .grouped: false
    case .present: false
    }
  }
}

extension Refusal {
  /// A sentence for people who read no codes.
  public var words: String {
    switch code {
    case .malformed: "请求格式不正确"
    case .unknownOp: "没有这样的操作"
    case .invalid: "填写的内容有误"
    case .forbidden: "你没有权限这样做"
    case .phase: "当前阶段不能这样做"
    case .budget: "票数已用完"
    case .notFound: "找不到对应的内容"
    case .conflict: "刚刚被别人修改过，请对照后重试"
    case .lastLead: "至少要保留一位负责人"
    case .full: "数量已到上限"
    case .rate: "操作太频繁，请稍后再试"
    case .inFlight: "等待确认的操作太多，请稍后再试"
    case .busy: "当前太忙，请重试"
    case .unavailable: "服务暂时不可用，稍后自动重试"
    case .taken: "这个操作编号已被使用"
    case .unreadable: "这部分记录读不出来"
    case .unconfirmed: "请输入标题确认"
    case .unanswered: "上次定下的事还没有答完"
    case .cap: "这张卡的票数已到上限"
    case .grouped: "这张卡已并入一组，请给这一组投票"
    case .present: "主持还在"
    }
  }

  /// The JSON value of `detail`; to be called only when there is one.
  public func writeDetail(into json: inout JSONWriter) {
    json.beginObject()
    switch detail {
    case nil: break
    case .field(let field): json.member("field", field)
    case .argument(let field, let problem, let limit):
      json.member("field", field)
      json.member("problem", problem.rawValue)
      json.member("limit", limit)
    case .phase(let phase): json.member("phase", phase.rawValue)
    case .left(let left): json.member("left", left)
    case .newer(let record): json.member("newer", raw: record)
    case .limit(let limit): json.member("limit", limit)
    case .group(let group): json.member("group", group)
    case .rate(let limit, let after):
      json.member("limit", limit)
      json.member("after", after)
    case .holding(let questions, let rooms):
      json.member("questions", questions)
      json.member("rooms", rooms)
    case .olderNode: json.member("older", true)
    case .unreadableLog: json.member("unreadable", true)
    case .records(let ids):
      json.array("ids") { json in
        for id in ids { json.string(id) }
      }
    }
    json.endObject()
  }
}

extension Refusal {
  public init(_ fault: ArgumentFault) {
    switch fault.problem {
    case .missing: self = .invalid(fault.field, .missing)
    case .wrongType: self = .invalid(fault.field, .wrongType)
    case .tooLong(let limit): self = .invalid(fault.field, .tooLong, limit: limit)
    case .tooShort(let limit): self = .invalid(fault.field, .tooShort, limit: limit)
    case .outOfRange: self = .invalid(fault.field, .outOfRange)
    case .unknown: self = .invalid(fault.field, .unknown)
    case .invalid: self = .invalid(fault.field, .invalid)
    }
  }
}
