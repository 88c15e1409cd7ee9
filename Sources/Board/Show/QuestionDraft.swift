import Identity
import JSON
import Privacy

/// A question about to be logged: its fields, with every free text redacted, and its erasable words apart.
struct QuestionDraft {
  let id: String
  let source: QuestionSource?
  let customer: Customer?
  let category: QuestionCategory?
  let urgency: Urgency?
  let masked: [String]
  let text: String
  private let group: String?
  private let user: String?
  private let product: String?

  /// Reads what `question.log` and an imported question have in common.
  init(id: String, from args: inout Arguments) throws {
    self.id = id
    let redacted = Redaction.redact(try args.text("text", 1...500, multiline: true))
    (text, masked) = (redacted.text, redacted.masked.map(\.rawValue))
    source = try args.optionalOneOf("source")
    group = try args.optionalText("group", 1...20).map { Redaction.redact($0).text }
    user = try args.optionalText("user", 1...40).map(Nickname.mask)
    customer = try args.optionalOneOf("customer")
    product = try args.optionalText("product", 1...40).map { Redaction.redact($0).text }
    category = try args.optionalOneOf("category")
    urgency = try args.optionalOneOf("urgency")
  }

  func question(no: Int, offset: Int, askedAt: Int64, _ request: Request) -> Question {
    Question(
      id: id, no: no, offset: offset, askedAt: askedAt, loggedAt: request.context.now,
      wording: Wording(id: "q-\(id)"),
      masked: masked,
      source: source, group: group.map { _ in Wording(id: "g-\(id)") },
      user: user.map { _ in Wording(id: "u-\(id)") },
      customer: customer, product: product.map { _ in Wording(id: "p-\(id)") }, category: category,
      urgency: urgency,
      status: .open, plus: 0, onAir: false, answer: nil, issue: nil, by: request.actor.member,
      edits: Edits(request.context.seq, by: request.actor.member), erased: nil, imported: nil)
  }

  func words(keptUntil expires: Int64) -> [String: Words] {
    [("q", text), ("g", group), ("u", user), ("p", product)].reduce(into: [:]) { words, part in
      if let text = part.1 { words["\(part.0)-\(id)"] = Words(text: text, expires: expires) }
    }
  }
}
