internal import Privacy

extension Report {
  /// As whoever has no account may read it: redacted once more, and nobody is named.
  public var shared: Report {
    var report = self
    report.decisions = decisions.map(\.shared)
    report.proposed = proposed.map(\.shared)
    report.topics = topics.map(\.shared)
    report.parked = parked.map(\.shared)
    return report
  }
}

extension Report.Way {
  fileprivate var shared: Self {
    var way = self
    way.text = Redaction.redact(text).text
    way.due = due.map { Redaction.redact($0).text }
    way.why = why.map { Redaction.redact($0).text }
    return way
  }
}

extension Report.Topic {
  fileprivate var shared: Self {
    var topic = self
    topic.text = Redaction.redact(text).text
    return topic
  }
}
