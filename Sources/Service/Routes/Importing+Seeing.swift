import Board
import Identity
import Live
import Metrics
import ServiceLoop
import Tables

// What a file would change, by the newest state of what it is for.
extension Importing {
  /// A file as it was read and compared, and with what.
  struct Seen: Sendable {
    let preview: FilePreview
    /// The show's log, or the channel's.
    let look: Look
  }

  /// All that any node has committed by now is known.
  func seen(_ bytes: [UInt8], _ agreement: FileAgreement, _ permit: Permit) async throws -> Seen {
    let visitor = permit.visitor
    let kinds = agreement.kind.map { [$0] } ?? permit.kinds
    guard kinds.allSatisfy(permit.kinds.contains) else { throw Refusal.forbidden }
    let actor = Actor.server(for: visitor.member)
    let now = stage.now
    switch permit.target {
    case .show(let log):
      let look = try await newest(log, visitor)
      let planned = try look.fold.showFacts.planned
      let memory = try await memory(ofShow: look.fold, visitor)
      let preview = try await Aside.run {
        let reading = try FileReading(bytes, as: kinds, agreement, show: planned, memory: memory)
        return try FilePreview(reading, agreement, for: look.fold, head: look.head, by: actor, at: now)
      }
      return Seen(preview: preview, look: look)
    case .channel(let channel):
      let shows = try await newest(visitor.organisation, visitor).fold.shows(of: channel.id)
      let look = try await newest(log(of: channel), visitor)
      let memory = look.fold.memory
      let preview = try await Aside.run {
        let reading = try FileReading(bytes, as: kinds, agreement, show: nil, memory: memory)
        return FilePreview(reading, agreement, for: look.fold, among: shows)
      }
      return Seen(preview: preview, look: look)
    }
  }

  func newest(_ log: Identifier, _ visitor: Visitor) async throws -> Look {
    try await stage.catchUp(with: log)
    return try await stage.look(at: log, in: visitor.organisation)
  }

  private func memory(ofShow show: LogFold, _ visitor: Visitor) async throws -> FileReading.Memory {
    guard let known = channel(ofShow: show, visitor) else { return { _, _ in [:] } }
    return try await newest(log(of: known), visitor).fold.memory
  }

  func channel(ofShow show: LogFold, _ visitor: Visitor) -> Channel? {
    guard let id = show.show?.channel, case .channel(let channel)? = visitor.directory[RecordKey(.channel, id)] else {
      return nil
    }
    return channel
  }

  func log(of channel: Channel) throws(Refusal) -> Identifier {
    guard let log = channel.log else { throw .notFound }
    return log
  }
}
