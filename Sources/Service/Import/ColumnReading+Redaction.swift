import Metrics
import Privacy

extension ColumnReading {
  /// What a cell was read as, as it would be stored: words are redacted, and users' names masked.
  func stored(_ value: Value) -> Value {
    guard case .text(let text) = value else { return value }
    return .text(meaning == .field("user") ? Nickname.mask(text) : Redaction.redact(text).text)
  }
}
