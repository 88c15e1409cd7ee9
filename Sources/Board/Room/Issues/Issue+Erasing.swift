import Identity
import JSON

// Words of an issue that are to be gone, and what quotes them.
extension Issue {
  /// A lead sees the issue whose words go, or nobody does: of one that was withdrawn the events still have the words.
  /// Of one that is erased, only what quotes it can go.
  static let erase = Act(
    "issue.erase", in: .room, zh: "抹除卡片", en: "Erase card", by: [.lead], .record("issue", .issue), .terms,
    example: ["reason": "用户要求"],
    final: "the words are gone"
  ) { fold, request, id, terms in
    if fold.find(id, as: Issue.self) != nil { _ = try fold.visibleIssue(id, request) }
    guard let issue = fold.issueOnceThere(id), issue.erased == nil || terms.onward && issue.quotedBy != nil
    else { throw Refusal.notFound }
    return fold.erasing(issue, terms, request)
  }

  /// When the question it came from is forgotten. What a person has made of the words since is theirs, and stays; what
  /// quotes the words from before goes.
  static let forget = Act(
    "issue.forget", in: .room, by: [.server], .record("issue", .issue), .passedOn, example: ["reason": "用户要求"],
    note: "when that question is forgotten"
  ) { fold, request, id, terms in
    guard let issue = fold.issueOnceThere(id) else {
      // Withdrawn before that was kept in mind.
      return Decision(
        facts: [.room(.issueErased(issue: id, at: request.context.now, reason: terms.reason, quotedBy: nil))],
        emptied: [Emptied(id, before: request.context.seq)])
    }
    if issue.erased != nil { return issue.quotedBy == nil ? .nothing : fold.erasing(issue, terms, request) }
    guard issue.edits.haveChanged else { return fold.erasing(issue, terms, request) }
    var decision = Decision.forgettingEarlierWords(
      of: issue, .room(.earlierWordsErased(record: issue.id, onward: nil)))
    // Tags are emptied with the words before the last change, and those that stand are said again.
    if !issue.tags.isEmpty { decision.facts.append(.room(.issueTagged(issue: id, tagging: Tagging(tags: issue.tags)))) }
    let quoting = fold.answers(to: issue).filter { $0.quotes([issue.began]) }.map(\.id)
    if fold.find(id, as: Cause.self)?.quotes(issue.began) == true { decision.add(fold.erasing(causeOf: id, request)) }
    decision.add(fold.erasing(answersTo: issue, quotedBy: quoting, terms, request))
    let repeating = fold.comments(on: id).filter { $0.quotes([issue.began]) }.map(\.id)
    decision.add(fold.erasing(commentsOn: issue, quotedBy: repeating, terms, request))
    return decision
  }
}

extension LogFold {
  fileprivate func erasing(_ issue: Issue, _ terms: ErasureTerms, _ request: Request) -> Decision {
    let erasure = issue.erased ?? Erasure(at: request.context.now, reason: terms.reason)
    let answers = answers(to: issue)
    let comments = comments(on: issue.id)
    let quoting =
      issue.quotedBy ?? answers.filter { $0.quotes(issue.everyText) }.map(\.id)
      + comments.filter { $0.quotes(issue.everyText) }.map(\.id)
    let haveChanged = answers.contains { $0.edits.haveChanged } || comments.contains { $0.edits.haveChanged }
    let leavesCopies = !terms.onward && (!quoting.isEmpty || haveChanged)
    var decision = Decision(
      facts: [
        .room(
          .issueErased(
            issue: issue.id, at: erasure.at, reason: erasure.reason, quotedBy: leavesCopies ? quoting : nil))
      ],
      emptied: [Emptied(issue.id, before: request.context.seq)])
    decision.add(erasing(causeOf: issue.id, request))
    decision.add(erasing(titlesAbout: issue.id, request))
    if terms.onward {
      decision.add(erasing(answersTo: issue, quotedBy: quoting, terms, request))
      decision.add(erasing(commentsOn: issue, quotedBy: quoting, terms, request))
    }
    return decision
  }

  fileprivate func answers(to issue: Issue) -> [Solution] {
    solutionsOnceThere.filter { $0.erased == nil && $0.wasWritten(about: issue.id) }.sorted { $0.id < $1.id }
  }

  /// The solutions that have taken over words of the issue; what people wrote themselves is theirs. Of one that was
  /// changed after it was promoted the entry has the words from before.
  fileprivate func erasing(
    answersTo issue: Issue, quotedBy quoting: [String], _ terms: ErasureTerms, _ request: Request
  ) -> Decision {
    var decision = Decision.nothing
    for solution in answers(to: issue) {
      let isQuoting = quoting.contains(solution.id)
      if solution.edits.haveChanged {
        let promotion = solution.promotion.flatMap { isQuoting && $0.handedOn != nil ? $0 : nil }
        let onward = promotion.map { _ in terms.reason }
        decision.add(
          .forgettingEarlierWords(
            of: solution, .room(.earlierWordsErased(record: solution.id, onward: onward))))
        if let promotion { decision.add(erasing(entryOf: promotion, terms, request)) }
      } else if isQuoting {
        decision.add(erasing(solution, terms, request))
      }
    }
    return decision
  }
}

extension String {
  /// Texts are in NFC already: what is equal is equal byte by byte, and `==` would look at each character's form. From
  /// the end: texts of one issue begin alike.
  fileprivate func hasSameBytes(as other: String) -> Bool {
    let (one, two) = (utf8.span, other.utf8.span)
    return one.count == two.count && one.indices.reversed().allSatisfy { one[$0] == two[$0] }
  }
}

extension Issue {
  /// So many of the texts an issue had on its way are kept in mind.
  static let textsBetween = 20

  /// What may have been quoted while it was on the issue.
  var everyText: [String] { [began ?? "", text] + (between ?? []) }

  /// Before the text becomes another.
  mutating func rememberWords() {
    guard let began else { return began = text }
    guard !text.isEmpty, !text.hasSameBytes(as: began) else { return }
    // In place, and by bytes: an issue that is edited on and on has them all looked through each time.
    var texts = between ?? []
    between = nil
    if let known = texts.firstIndex(where: text.hasSameBytes) {
      texts.remove(at: known)
    } else if texts.count == Self.textsBetween {
      texts.removeFirst()
    }
    texts.append(text)
    between = texts
  }

  mutating func erase(_ erasure: Erasure, quotedBy: [String]?) {
    (text, began, between, tags) = ("", nil, nil, [])
    (erased, self.quotedBy) = (erasure, quotedBy)
  }

  /// As the events tell it from then on.
  mutating func forgetEarlierWords() {
    between = nil
    if began != nil { began = "" }
  }
}
