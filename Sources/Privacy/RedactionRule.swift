/// One shape in which people write something personal, as data. The page reads the same (`web/core/redaction-rules.js`).
///
/// The three patterns stand one behind the other: `before` leads up to what is masked, `what` is masked, `after` only
/// looks ahead. They speak of the folded text (``Folding``), and keep to what Foundation's regular expressions and
/// JavaScript's read alike: classes written out, no look behind, `^` for the text's beginning, and bounded repeats only,
/// so that no text makes them slow.
struct RedactionRule: Sendable {
  /// Nil for what speaks of goods: it is left as it is, and no later rule sees it.
  let kind: Redaction.Kind?
  /// Nobody can unmask it.
  let isSure: Bool
  let before: String
  let what: String
  let after: String
  let needs: Needs
  let check: Check?

  /// What a text must have in it for the rule to be tried at all: most texts have none of it.
  struct Needs: Sendable {
    /// So many digits.
    var digits = 0
    /// So many digits and spelled numbers.
    var numerals = 0
    /// So many letters, digits, `_` and `-` in a row.
    var run = 0
    /// One of these characters; of none, any text will do.
    var any = ""
  }

  /// What arithmetic says of a match. The page has the same, by these names.
  enum Check: String, CaseIterable, Sendable {
    /// Grouped as cards are, or with the right check digit.
    case card
    /// The seventh to fourteenth digit are a day of the last two centuries.
    case birthday
    /// Not prices, heights and sizes in a row: nobody groups a phone so.
    case notValues
  }

  static func sure(
    _ kind: Redaction.Kind, before: String = "", _ what: String, after: String = "", needs: Needs, check: Check? = nil
  ) -> RedactionRule {
    RedactionRule(kind: kind, isSure: true, before: before, what: what, after: after, needs: needs, check: check)
  }

  static func unsure(
    _ kind: Redaction.Kind, before: String = "", _ what: String, after: String = "", needs: Needs, check: Check? = nil
  ) -> RedactionRule {
    RedactionRule(kind: kind, isSure: false, before: before, what: what, after: after, needs: needs, check: check)
  }

  static func goods(before: String = "", _ what: String, after: String = "", needs: Needs) -> RedactionRule {
    RedactionRule(kind: nil, isSure: false, before: before, what: what, after: after, needs: needs, check: nil)
  }

  /// In the order in which they are tried: the first claim on a part stands. Whatever is sure comes before what is not,
  /// so that nothing unsure, and kept, has something sure in it.
  static let all: [RedactionRule] =
    mails + handles + secrets + parcels + numbers + products + cards + landlines + places
    + doubtfulHandles + doubtfulNumbers + doubtfulPlaces + people
}
