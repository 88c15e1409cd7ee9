import Board
import Identity
import Privacy

/// A playbook as it is exported: whose it is, as of when, and its entries in reading order. Words are redacted once
/// more on their way out.
struct PlaybookBook {
  enum Format: Sendable { case markdown, csv }
  enum Language: Sendable { case zh, en }

  let team: String
  /// What the team calls its roles, where that differs.
  let labels: [String: String]
  /// The log's head: names this state of the playbook.
  let revision: Int64
  /// Milliseconds UTC.
  let generatedAt: Int64
  let entries: [Entry]
  /// Titles of the shows the evidence speaks of.
  let shows: [Identifier: String]

  init(playbook: LogFold, head: Int64, directory: LogFold, now: Int64) {
    var team = ""
    var labels: [String: String] = [:]
    var shows: [Identifier: String] = [:]
    for case .organisation(let organisation) in directory.records(.organisation).values {
      team = organisation.name
      labels = organisation.labels
    }
    for case .listedShow(let show) in directory.records(.show).values { shows[show.log] = show.title }
    self.team = team
    self.labels = labels
    self.shows = shows
    revision = head
    generatedAt = now
    entries = playbook.records(.entry).values.compactMap { record -> Entry? in
      guard case .entry(let entry) = record, entry.erased == nil else { return nil }
      return entry.redacted
    }
    .sorted { ($0.stageOrder, $0.no) < ($1.stageOrder, $1.no) }
  }

  func written(as format: Format, in language: Language) -> [UInt8] {
    let words = PlaybookWords(language: language, labels: labels)
    return switch format {
    case .markdown: Array(markdown(words).utf8)
    case .csv: csv(words)
    }
  }
}

extension Entry.Verification {
  fileprivate var redacted: Self {
    Self(show: show, note: note.map { Redaction.redact($0).text }, by: by, at: at)
  }
}

extension Entry {
  fileprivate var stageOrder: Int { stage.flatMap { Stage.allCases.firstIndex(of: $0) } ?? Stage.allCases.count }

  fileprivate var redacted: Entry {
    var entry = self
    entry.title = Redaction.redact(title).text
    entry.text = Redaction.redact(text).text
    entry.trigger = trigger.map { Redaction.redact($0).text }
    entry.verified = verified?.redacted
    return entry
  }
}
