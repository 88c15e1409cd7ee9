import Board
import Identity
import JSON
import Live
import ServiceLoop

/// What channels list, for a page that does not follow their logs: it follows at most twenty, and an organisation may have
/// a hundred channels. Told as a snapshot of each log tells it.
@ServiceLoop struct Listing {
  /// Of one answer.
  static let most = 100
  private static let kinds: [RecordKind] = [.show, .room, .thresholds, .template, .file]

  let stage: Stage

  func route(_ router: Router) { router.answer("/api/lists", lists) }

  /// `logs`: ids, each with the seq at which the page has it. One that still stands there is left out. `actions`: with what
  /// was agreed.
  private func lists(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    let asked = try asked(request, visitor)
    let kinds = Self.kinds + (request.query["actions"] == nil ? [] : [.action])
    let viewer = Viewer(member: visitor.member, isLead: visitor.actor.isLead)
    var json = JSONWriter()
    json.beginObject()
    json.key("lists")
    json.beginArray()
    for (log, seq) in asked {
      let look = try await stage.look(at: log, notBefore: seq ?? 0, in: visitor.organisation)
      guard look.head != seq else { continue }
      json.object { json in
        json.member("log", log)
        json.member("seq", look.head)
        json.object("put") { json in
          for kind in kinds { json.write(look.fold.records(kind), of: kind, for: viewer) }
        }
      }
    }
    json.endArray()
    json.endObject()
    return .json(json.bytes)
  }

  private func asked(_ request: HTTPRequest, _ visitor: Visitor) throws -> [(log: Identifier, seq: Int64?)] {
    let names = (request.query["logs"] ?? "").split(separator: ",")
    guard names.count <= Self.most else { throw HTTPRefusal(Refusal.invalid("logs", .tooLong, limit: Self.most)) }
    return names.compactMap { name in
      let parts = name.split(separator: ":", maxSplits: 1)
      guard let first = parts.first, let log = try? visitor.log(String(first), .channel) else { return nil }
      return (log, parts.dropFirst().first.flatMap { Int64($0) })
    }
  }
}

extension JSONWriter {
  /// In the order of their ids. A kind of which there is none is left out.
  fileprivate mutating func write(_ records: [String: Record], of kind: RecordKind, for viewer: Viewer) {
    guard !records.isEmpty else { return }
    key(named: kind.rawValue)
    beginArray()
    for (_, record) in records.sorted(by: { $0.key < $1.key }) { _ = record.write(into: &self, for: viewer) }
    endArray()
  }
}
