import JSON

// A stored fact says by which layout it was written: those of the first by saying nothing. A kind of fact that came
// later, and one whose parts have changed so that an older build would misread them, says `v` beside its parts.
extension Fact {
  /// The newest layout this build reads and writes. Raised once a release that brings a kind, or changes one; a migration
  /// comes with it, so that no older build starts on a database that may hold it.
  public static let newest = 4

  /// With which layout this kind came, as it is written now.
  public var since: Int {
    switch self {
    case .directory(let fact): fact.since
    case .channel(let fact): fact.since
    case .show(let fact): fact.since
    case .room(let fact): fact.since
    case .playbook(let fact): fact.since
    }
  }

  /// The fact as it stands in the body of an event of such a log.
  init(stored json: JSON, in log: LogKind) throws(FactFault) {
    let named = json.object?.members.first
    let version = named?.value["v"]?.int ?? 1
    guard version <= Self.newest else { throw .newer(version) }
    do {
      self =
        switch log {
        case .directory: .directory(try json.decoded())
        case .channel: .channel(try json.decoded())
        case .show: .show(try json.decoded())
        case .room: .room(try json.decoded())
        case .playbook: .playbook(try json.decoded())
        }
    } catch DecodingError.keyNotFound(let key, _) {
      throw .unreadable(field: [named?.key, key.stringValue].compactMap(\.self).joined(separator: "."))
    } catch {
      throw .unreadable(field: named?.key ?? "fact")
    }
  }

  func write(into json: inout JSONWriter) throws {
    switch self {
    case .directory(let fact): try fact.writeVersioned(into: &json)
    case .channel(let fact): try fact.writeVersioned(into: &json)
    case .show(let fact): try fact.writeVersioned(into: &json)
    case .room(let fact): try fact.writeVersioned(into: &json)
    case .playbook(let fact): try fact.writeVersioned(into: &json)
    }
  }
}

extension KindFact {
  fileprivate func writeVersioned(into json: inout JSONWriter) throws {
    if since == 1 { return try write(into: &json) }
    var plain = JSONWriter()
    try write(into: &plain)
    // A name holds no colon: the first one ends it, and the parts' brace follows.
    let parts = plain.bytes.firstIndex(of: UInt8(ascii: ":"))! + 2
    let isBare = plain.bytes[parts] == UInt8(ascii: "}")
    json.raw(plain.bytes[..<parts] + Array("\"v\":\(since)\(isBare ? "" : ",")".utf8) + plain.bytes[parts...])
  }
}

/// Why a stored fact is not understood.
public enum FactFault: Error, Sendable, Equatable {
  /// Written by a newer build, by this layout.
  case newer(Int)
  /// `field`: the fact's kind, with the part that is missing where that is known. Never what it holds.
  case unreadable(field: String)
}
