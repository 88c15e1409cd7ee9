internal import Privacy

extension Report {
  /// As whoever has no account may read it: redacted once more, and nobody is named.
  public var shared: Report {
    var report = self
    report.decisions = decisions.map { decision in
      var decision = decision
      decision.text = Redaction.redact(decision.text).text
      decision.due = decision.due.map { Redaction.redact($0).text }
      decision.why = decision.why.map { Redaction.redact($0).text }
      return decision
    }
    report.topics = topics.map { topic in
      var topic = topic
      topic.text = Redaction.redact(topic.text).text
      return topic
    }
    return report
  }
}
