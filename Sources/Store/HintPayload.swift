internal import Identity

/// What one notification says: `node|log:head,log:head,session`, ids only, below PostgreSQL's limit of 8,000 bytes.
/// Without any it says that the node is there.
struct HintPayload: Equatable {
  static let limit = 7900

  let node: String
  var heads: [(log: Identifier, head: Int64)] = []
  var sessions: [Identifier] = []

  static func == (one: HintPayload, other: HintPayload) -> Bool {
    one.node == other.node && one.sessions == other.sessions
      && one.heads.elementsEqual(other.heads) { $0.log == $1.log && $0.head == $1.head }
  }

  /// What cannot be read is nil: a hint is never worth a fault.
  init?(_ payload: String) {
    guard let bar = payload.firstIndex(of: "|") else { return nil }
    node = String(payload[..<bar])
    for item in payload[payload.index(after: bar)...].split(separator: ",") {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false)
      guard let id = Identifier(String(parts[0])) else { return nil }
      if parts.count == 1 {
        sessions.append(id)
      } else if parts.count == 2, let head = Int64(parts[1]) {
        heads.append((id, head))
      } else {
        return nil
      }
    }
  }

  /// As many payloads as it takes, one at least.
  static func encode(node: String, heads: [Identifier: Int64], sessions: [Identifier]) -> [String] {
    var payloads: [String] = []
    var payload = ""
    for item in sessions.map(\.description) + heads.map({ "\($0.key):\($0.value)" }) {
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
