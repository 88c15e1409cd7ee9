internal import Identity
internal import Rows

/// What one notification says: `node|log:head:tag,log:head:tag,session`, ids and numbers only, below PostgreSQL's limit
/// of 8,000 bytes.
/// Without any it says that the node is there.
struct HintPayload: Equatable {
  static let limit = 7900

  let node: String
  var heads: [Standing] = []
  var sessions: [Identifier] = []

  /// A hint that cannot be read is nil, and no fault.
  init?(_ payload: String) {
    guard let bar = payload.firstIndex(of: "|") else { return nil }
    node = String(payload[..<bar])
    for item in payload[payload.index(after: bar)...].split(separator: ",") {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false)
      guard let id = Identifier(String(parts[0])) else { return nil }
      if parts.count == 1 {
        sessions.append(id)
      } else if parts.count == 3, let head = Int64(parts[1]), let tag = UInt64(parts[2], radix: 36) {
        heads.append(Standing(log: id, head: head, tag: tag))
      } else {
        return nil
      }
    }
  }

  /// As many payloads as it takes, one at least.
  static func encode(node: String, heads: some Sequence<Standing>, sessions: [Identifier]) -> [String] {
    var payloads: [String] = []
    var payload = ""
    for item in sessions.map(\.description) + heads.map({ "\($0.log):\($0.head):\(String($0.tag, radix: 36))" }) {
      if payload.isEmpty {
        payload = "\(node)|\(item)"
      } else if payload.utf8.count + 1 + item.utf8.count > limit {
        payloads.append(payload)
        payload = "\(node)|\(item)"
      } else {
        payload += ",\(item)"
      }
    }
    payloads.append(payload.isEmpty ? "\(node)|" : payload)
    return payloads
  }
}
