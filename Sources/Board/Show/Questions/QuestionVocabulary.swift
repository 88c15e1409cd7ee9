/// Where a question was asked.
public enum QuestionSource: String, Sendable, Codable, CaseIterable {
  case group, wecom, moments, comment, message, service
}

/// Who asked.
public enum Customer: String, Sendable, Codable, CaseIterable {
  case new, old, member
}

/// What a question blocks: an order now, the show, or nothing yet.
public enum Urgency: String, Sendable, Codable, CaseIterable {
  case order, show, after
}

/// How far a question has got.
public enum QuestionStatus: String, Sendable, Codable, CaseIterable {
  case open, answered, followUp, resolved, noAction
}

/// What a question is about.
public enum QuestionCategory: String, Sendable, Codable, CaseIterable {
  case size, ingredient, price, link, stock, delivery, payment, refund, complaint, booking,
    luckyBag, membership
  case wish, mall, trust, lag, other
}
