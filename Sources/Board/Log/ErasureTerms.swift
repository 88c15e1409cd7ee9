import JSON
import Privacy

/// On what terms a lead has words erased.
struct ErasureTerms {
  let reason: String
  /// Whether what came from the words goes, too.
  let onward: Bool

  init(reason: String, onward: Bool) {
    self.reason = reason
    self.onward = onward
  }

  /// `reason` 1–60, `onward?`.
  init(from args: inout Arguments) throws {
    reason = Redaction.redact(try args.text("reason", 1...60)).text
    onward = try args.bool("onward", default: false)
  }

  /// As the server passes it on to what came from the words.
  static func passedOn(from args: inout Arguments) throws -> ErasureTerms {
    ErasureTerms(reason: try args.text("reason", 1...60), onward: true)
  }
}
