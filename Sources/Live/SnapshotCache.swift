import Board
import Identity
import JSON

/// What joiners get: all records visible to them, encoded once a record and audience and joined once a head and
/// audience, so that a storm of joiners costs copying.
struct SnapshotCache {
  private struct Cached {
    let insiders: Set<Identifier>
    /// Outer nil: not rendered yet; inner nil: hidden.
    var common: [UInt8]??
    var lead: [UInt8]??
  }

  private struct Joined {
    let head: Int64
    let parts: [[UInt8]]
    /// Members who are not served by it.
    let insiders: Set<Identifier>
  }

  private var records: [RecordKey: Cached] = [:]
  private var joined: [Audience: Joined] = [:]

  /// The record has changed, or has changed back.
  mutating func forget(_ key: RecordKey) { records[key] = nil }

  /// The parts of a snapshot at the settled `head`: each a JSON object from kind to records. Never empty.
  /// `unsettled`: the settled values of the records that differ in `fold`.
  mutating func parts(
    of fold: LogFold, unsettled: [RecordKey: Record?], head: Int64, for member: Identifier, _ audience: Audience,
    limit: Int
  ) -> [[UInt8]] {
    if let joined = joined[audience], joined.head == head, !joined.insiders.contains(member) { return joined.parts }
    var shelves: [RecordKind: [[UInt8]]] = [:]
    var insiders: Set<Identifier> = []
    func add(_ key: RecordKey, _ record: Record, known: Set<Identifier>, shared: [UInt8]?) {
      insiders.formUnion(known)
      let viewer = Viewer(member: member, isLead: audience == .lead)
      if let bytes = known.contains(member) ? record.render(for: viewer) : shared {
        shelves[key.kind, default: []].append(bytes)
      }
    }
    for key in fold.keys where unsettled[key] == nil {
      guard let record = fold[key] else { continue }
      let cached = cached(key, record, audience)
      add(key, record, known: cached.insiders, shared: cached.bytes)
    }
    for case (let key, let record?) in unsettled {
      add(key, record, known: record.insiders, shared: record.render(for: audience.viewer))
    }
    let parts = Self.join(shelves, limit: limit)
    if !insiders.contains(member) { joined[audience] = Joined(head: head, parts: parts, insiders: insiders) }
    return parts
  }

  private mutating func cached(
    _ key: RecordKey, _ record: Record, _ audience: Audience
  ) -> (insiders: Set<Identifier>, bytes: [UInt8]?) {
    var cached = records[key] ?? Cached(insiders: record.insiders)
    if let bytes = audience == .lead ? cached.lead : cached.common { return (cached.insiders, bytes) }
    let bytes = record.render(for: audience.viewer)
    if audience == .lead { cached.lead = .some(bytes) } else { cached.common = .some(bytes) }
    records[key] = cached
    return (cached.insiders, bytes)
  }

  private static func join(_ shelves: [RecordKind: [[UInt8]]], limit: Int) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var json = JSONWriter()
    json.beginObject()
    for kind in RecordKind.allCases {
      guard let records = shelves[kind] else { continue }
      json.key(kind.rawValue)
      json.beginArray()
      for record in records {
        if json.bytes.count + record.count > limit, json.bytes.count > 64 {
          json.endArray()
          json.endObject()
          parts.append(json.bytes)
          json = JSONWriter()
          json.beginObject()
          json.key(kind.rawValue)
          json.beginArray()
        }
        json.raw(record)
      }
      json.endArray()
    }
    json.endObject()
    parts.append(json.bytes)
    return parts
  }
}
