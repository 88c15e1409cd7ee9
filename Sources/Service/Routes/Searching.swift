import Board
import Identity
import JSON
import Likeness
import Live
import Rows
import ServiceLoop
import Store

/// Search over everything that a member may follow, whoever wrote it.
@ServiceLoop struct Searching {
  /// So far a list of hits can be turned.
  private static let pages = 50

  let stage: Stage

  func route(_ router: Router) { router.change("/api/search", search) }

  private func search(_ request: HTTPRequest) async throws -> HTTPResponse {
    let visitor = try await stage.visitor(of: request)
    var args = try request.arguments()
    let query = SearchQuery(try args.text("q", 1...80))
    let group = try args.optionalOneOf("group", as: SearchGroup.self)
    let page = try args.optionalInt("page", 1...Self.pages) ?? 1
    try args.end()
    guard query.isLongEnough else { throw Refusal.invalid("q", .tooShort, limit: 2) }
    var question = SearchQuestion(
      organisation: visitor.organisation, grams: query.text.neededGrams(seed: visitor.organisation.searchSeed),
      words: query.words, phrase: query.phrase, kinds: group?.kinds.map(\.rawValue),
      offset: (page - 1) * Store.searchPage, now: stage.now)
    var answer = try await stage.search(question)
    // What they may not see is neither listed nor counted: where there is any, the search is made once more without.
    let closed = Set(answer.counts.map(\.log)).filter { !visitor.mayFind($0) }
    if !closed.isEmpty {
      question.without = closed.sorted()
      answer = try await stage.search(question)
    }
    guard answer.counts.allSatisfy({ visitor.mayFind($0.log) }) else { throw HTTPRefusal.unavailable }
    return .json(SearchPage(answer, to: query, of: group, page: page, in: visitor.directory).bytes)
  }
}

extension Visitor {
  /// In a log they may follow, and neither of a show that was removed nor of a review of such shows alone.
  fileprivate func mayFind(_ log: Identifier) -> Bool {
    guard mayFollow(log) else { return false }
    if case .listedRoom(let room)? = directory[RecordKey(.room, log.description)] {
      return room.shows.contains { !isRemoved($0) }
    }
    return !isRemoved(log)
  }

  private func isRemoved(_ log: Identifier) -> Bool {
    if case .listedShow(let show)? = directory[RecordKey(.show, log.description)] { return show.isHidden }
    return false
  }
}
