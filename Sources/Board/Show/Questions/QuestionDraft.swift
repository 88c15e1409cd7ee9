import Identity
import JSON
import Privacy

/// A question about to be logged: its fields, with every free text redacted, and its erasable words apart.
struct QuestionDraft: Sendable {
  let text: String
  private let masked: [String]
  private let kept: [String]
  private let source: QuestionSource?
  private let group: String?
  private let user: String?
  private let customer: Customer?
  private let product: String?
  private let category: QuestionCategory?
  private let urgency: Urgency?

  init(
    text: String, source: QuestionSource?, group: String?, user: String?, customer: Customer?, product: String?,
    category: QuestionCategory?, urgency: Urgency?, keeping kept: [String]
  ) {
    let redacted = Redaction.redact(text, keeping: kept)
    (self.text, masked) = (redacted.text, redacted.masked.map(\.rawValue))
    self.kept = redacted.kept.map(\.rawValue)
    self.source = source
    self.group = group.map { Redaction.redact($0).text }
    self.user = user.map(Nickname.mask)
    self.customer = customer
    self.product = product.map { Redaction.redact($0).text }
    self.category = category
    self.urgency = urgency
  }

  func question(_ id: String, no: Int, offset: Int, askedAt: Int64, _ request: Request) -> Question {
    Question(
      id: id, no: no, offset: offset, askedAt: askedAt, loggedAt: request.context.now,
      wording: Wording(id: "q-\(id)"),
      masked: masked, kept: kept,
      source: source, group: group.map { _ in Wording(id: "g-\(id)") },
      user: user.map { _ in Wording(id: "u-\(id)") },
      customer: customer, product: product.map { _ in Wording(id: "p-\(id)") }, category: category,
      urgency: urgency,
      status: .open, plus: 0, onAir: false, answer: nil, issue: nil, by: request.actor.member,
      edits: Edits(request.context.seq, by: request.actor.member), erased: nil, imported: nil, isFileWithdrawn: false)
  }

  func words(of id: String, keptUntil expires: Int64) -> [String: Words] {
    [("q", text), ("g", group), ("u", user), ("p", product)].reduce(into: [:]) { words, part in
      if let text = part.1 { words["\(part.0)-\(id)"] = Words(text: text, expires: expires) }
    }
  }
}

extension Argument<QuestionDraft> {
  /// What `question.log` and an imported question have in common. `kept`: what its writer said is not personal.
  static func draft(keeping kept: Argument<[String]> = .none) -> Argument {
    .group(
      .text("text", 1...500, isMultiline: true), .optional(.word("source", QuestionSource.self)),
      .optional(.text("group", 1...20)), .optional(.text("user", 1...40)),
      .optional(.word("customer", Customer.self)), .optional(.text("product", 1...40)),
      .optional(.word("category", QuestionCategory.self)), .optional(.word("urgency", Urgency.self)),
      kept
    ) {
      QuestionDraft(
        text: $0, source: $1, group: $2, user: $3, customer: $4, product: $5, category: $6, urgency: $7,
        keeping: $8)
    }
  }
}

extension Argument<[String]> {
  /// Nobody is asked for it.
  static var none: Argument { Argument([]) { _ in [] } }
}
