import Board
import Identity
import Metrics

/// A file as it is shown to whoever brings it, before anything is stored: what was read of it, and what it would change.
/// Every node makes the same of the same.
struct FilePreview: Sendable {
  let name: String
  let reading: FileReading
  let parts: [Part]
  /// The file that stands already with these very bytes, where bringing them again would change nothing.
  let known: String?
  /// One of these bytes, read in this way, of which a part has been stored: the rest of it would be.
  let unfinished: String?
  /// Files of these bytes that were stored before, and those taken back: the state is another after each.
  let past: [String]

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
    let agreement = agreement.unagreed
    var parts: [Part] = []
    var files = [FileName(reading, reading.parts, agreement, in: show.log, show.files)]
    for part in reading.parts {
      let file = FileName(reading, [part], agreement, in: show.log, show.files)
      files.append(file)
      let changes = try ShowChanges(of: part, file: file, to: show, head: head, by: actor, at: now)
      parts.append(
        Part(
          part: part, change: .show(changes),
          asks: !part.doubts.isEmpty || part.isUnsure || changes.hasUndated || changes.refused != nil))
    }
    self.parts = parts
    unfinished = files.unfinished
    past = show.files.past(reading.digest)
    let isNothing = parts.allSatisfy { if case .show(let changes) = $0.change { changes.isNothing } else { false } }
    known = isNothing && unfinished == nil ? show.files.standing(reading.digest)?.id : nil
  }

  /// Of a list of shows.
  init(
    _ reading: FileReading, _ agreement: FileAgreement, for channel: LogFold, among shows: ChannelShows
  ) {
    name = agreement.name
    self.reading = reading
    var files: [FileName] = []
    parts = reading.parts.map { part in
      let file = FileName(reading, [part], agreement.unagreed, in: channel.log, channel.files)
      files.append(file)
      let plan = ListPlan(part, FileAgreement(), of: file.id, among: shows.removed(from: file, part))
      return Part(part: part, change: .list(plan), asks: !part.doubts.isEmpty || part.isUnsure || plan.asks)
    }
    unfinished = files.unfinished
    past = channel.files.past(reading.digest)
    // What is in its shows is not looked at: only of the list that came last it is sure that no other followed.
    let last = channel.files.max { ($0.at, $0.id) < ($1.at, $1.id) }
    let isLast = files.contains { $0.earlier.contains { $0.id == last?.id } }
    known = isLast && unfinished == nil ? last?.id : nil
  }
}

extension FileAgreement {
  /// As it is before anybody has agreed.
  fileprivate var unagreed: FileAgreement {
    var agreement = self
    agreement.state = nil
    return agreement
  }
}

extension [FileName] {
  fileprivate var unfinished: String? { first { $0.standing != .new }?.id.description }
}

extension [ImportedFile] {
  /// The last one of these bytes that stands and is finished.
  func standing(_ digest: String) -> ImportedFile? {
    filter { $0.digest == digest && !$0.isWithdrawn && $0.isFinished }.max { ($0.at, $0.id) < ($1.at, $1.id) }
  }

  fileprivate func past(_ digest: String) -> [String] {
    filter { $0.digest == digest && ($0.isWithdrawn || $0.isFinished) }.map(\.id).sorted()
  }
}

extension ChannelShows {
  /// What the same list added before, and somebody removed, it does not add again.
  fileprivate func removed(from file: FileName, _ part: FilePart) -> ChannelShows {
    guard case .list(let rows) = part.content else { return self }
    var shows = self
    for earlier in file.earlier.compactMap({ Identifier($0.id) }) {
      for row in rows where removed.contains(earlier.show(ofLine: row.line).log) {
        shows.removed.insert(file.id.show(ofLine: row.line).log)
      }
    }
    return shows
  }
}
