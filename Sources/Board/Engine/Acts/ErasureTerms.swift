import Privacy

/// On what terms a lead has words erased.
struct ErasureTerms: Sendable {
  let reason: String
  /// Whether what came from the words goes, too.
  let onward: Bool
}

extension Argument<ErasureTerms> {
  /// As a lead gives them, who may write into the reason what must not be kept.
  static var terms: Argument {
    .group(.reason, .optional(.flag("onward"), or: false)) { reason, onward in
      ErasureTerms(reason: Redaction.redact(reason).text, onward: onward)
    }
  }

  /// The same where nothing comes from the words.
  static var ofItself: Argument {
    Argument<String>.reason.map { ErasureTerms(reason: Redaction.redact($0).text, onward: false) }
  }

  /// As the server passes them on to what came from the words.
  static var passedOn: Argument {
    Argument<String>.reason.map { ErasureTerms(reason: $0, onward: true) }
  }
}

extension Argument<String> {
  fileprivate static var reason: Argument { .text("reason", 1...60) }
}
