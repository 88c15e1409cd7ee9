import Board
import Identity
import Metrics

/// A file as it is shown to whoever brings it, before anything is stored: what was read of it, and what it would change.
/// Every node makes the same of the same.
struct FilePreview: Sendable {
  let name: String
  let reading: FileReading
  let parts: [Part]
  /// The file that stands already with these very bytes.
  let known: String?

  struct Part: Sendable {
    let part: FilePart
    let change: Changes
    /// Something must be answered before it is stored.
    let asks: Bool
  }

  enum Changes: Sendable {
    case show(ShowChanges)
    case list(ListPlan)
  }

  /// Of a file for one show.
  init(
    _ reading: FileReading, _ agreement: FileAgreement, for show: LogFold, head: Int64, by actor: Actor, at now: Int64
  ) throws(Refusal) {
    name = agreement.name
    self.reading = reading
    var parts: [Part] = []
    for part in reading.parts {
      let file = FileName(reading, [part], agreement, in: show.log, show.files)
      let changes = try ShowChanges(of: part, file: file, to: show, head: head, by: actor, at: now)
      let isUndated = (changes.questions?.undated ?? 0) > 0
      parts.append(
        Part(
          part: part, change: .show(changes),
          asks: !part.doubts.isEmpty || part.isUnsure || isUndated || changes.refused != nil))
    }
    self.parts = parts
    known = show.files.standing(reading.digest)
  }

  /// Of a list of shows.
  init(
    _ reading: FileReading, _ agreement: FileAgreement, for channel: LogFold, among shows: ChannelShows
  ) {
    name = agreement.name
    self.reading = reading
    parts = reading.parts.map { part in
      let file = FileName(reading, [part], agreement, in: channel.log, channel.files)
      let plan = ListPlan(part, FileAgreement(), of: file.id, among: shows)
      return Part(part: part, change: .list(plan), asks: !part.doubts.isEmpty || part.isUnsure || plan.asks)
    }
    known = channel.files.standing(reading.digest)
  }
}

extension [ImportedFile] {
  fileprivate func standing(_ digest: String) -> String? { first { $0.digest == digest && !$0.isWithdrawn }?.id }
}
