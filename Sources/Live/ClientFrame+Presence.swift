import Board
import JSON
import Rows

extension ClientFrame {
  /// What a `here` says. Whether there is such an issue is asked when others are to be told of it.
  static func stance(_ object: JSONObject) throws(FrameFault) -> Stance {
    try only(["t", "log", "doing", "issue", "lane", "unnamed"], object)
    guard let doing = object["doing"]?.string.flatMap(Doing.init(rawValue:)) else {
      throw .unreadable(field: "doing")
    }
    var stance = Stance(doing)
    switch object["issue"] {
    case nil, .null?: break
    case .string(let issue)? where isName(issue): stance.issue = issue
    default: throw .unreadable(field: "issue")
    }
    switch object["lane"] {
    case nil, .null?: break
    case .string(let lane)? where Lane(rawValue: lane) != nil: stance.lane = lane
    default: throw .unreadable(field: "lane")
    }
    switch object["unnamed"] {
    case nil, .null?: break
    case .bool(let isUnnamed)?: stance.isUnnamed = isUnnamed
    default: throw .unreadable(field: "unnamed")
    }
    return stance
  }

  /// As ids of records are: other nodes are told it, and it is cut out of what they are told by bars and colons.
  private static func isName(_ text: String) -> Bool {
    (1...16).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7a || $0 >= 0x32 && $0 <= 0x37 }
  }
}
