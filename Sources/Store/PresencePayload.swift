internal import Identity
internal import Rows

/// What one notification says of who is where: `node|log=member:doing:age:issue:lane:unnamed,…;log=…`, ids and words of
/// the product only, below PostgreSQL's limit of 8,000 bytes. `doing` is its first letter, or `-` for who has gone; the
/// age is in seconds; what is blank at the end is left out.
struct PresencePayload: Equatable {
  let node: String
  var sightings: [Sighting] = []

  /// One that cannot be read is nil, and no fault: a newer node may say more.
  init?(_ payload: String) {
    guard let bar = payload.firstIndex(of: "|") else { return nil }
    node = String(payload[..<bar])
    for section in payload[payload.index(after: bar)...].split(separator: ";") {
      let sides = section.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let log = Identifier(String(sides[0])) else { return nil }
      for item in sides[1].split(separator: ",") {
        guard let sighting = Sighting(item, in: log) else { return nil }
        sightings.append(sighting)
      }
    }
  }

  /// As many payloads as it takes.
  static func encode(node: String, _ sightings: [Sighting]) -> [String] {
    var payloads: [String] = []
    var payload = ""
    var log: Identifier?
    for sighting in sightings {
      let item = sighting.item
      var more = sighting.log == log ? ",\(item)" : "\(payload.isEmpty ? "" : ";")\(sighting.log)=\(item)"
      if !payload.isEmpty, node.utf8.count + 1 + payload.utf8.count + more.utf8.count > HintPayload.limit {
        payloads.append("\(node)|\(payload)")
        payload = ""
        more = "\(sighting.log)=\(item)"
      }
      payload += more
      log = sighting.log
    }
    if !payload.isEmpty { payloads.append("\(node)|\(payload)") }
    return payloads
  }
}

extension Sighting {
  private static let letters: [(Doing, String)] = [(.away, "a"), (.reading, "r"), (.writing, "w")]

  fileprivate var item: String {
    let letter = stance.map { stance in Self.letters.first { $0.0 == stance.doing }?.1 ?? "" } ?? "-"
    var parts = [
      member.description, letter, String(age / 1000), stance?.issue ?? "", stance?.lane ?? "",
      stance?.isUnnamed == true ? "1" : "",
    ]
    while parts.last == "" { parts.removeLast() }
    return parts.joined(separator: ":")
  }

  fileprivate init?(_ item: Substring, in log: Identifier) {
    let parts = item.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...6).contains(parts.count), let member = Identifier(String(parts[0])), let age = Int64(parts[2]), age >= 0,
      age < 1_000_000
    else { return nil }
    func part(_ index: Int) -> String? {
      index < parts.count && !parts[index].isEmpty ? String(parts[index]) : nil
    }
    var stance: Stance?
    if parts[1] != "-" {
      guard let doing = Self.letters.first(where: { $0.1 == parts[1] })?.0 else { return nil }
      stance = Stance(doing, issue: part(3), lane: part(4), isUnnamed: part(5) != nil)
    }
    self.init(log: log, member: member, stance: stance, age: age * 1000)
  }
}
