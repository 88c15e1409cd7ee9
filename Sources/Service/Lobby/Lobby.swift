import Identity
import Postgres
import Rows
import ServiceLoop
import Store

/// The summaries of the organisations whose lobby is being looked at. What this node commits is taken as it goes out,
/// what others commit when they hint at it; as a hint may be lost, the heads and their tags are compared too, at most
/// once a second, when somebody asks. So an answer is never older than that second, and a lobby costs the database next
/// to nothing.
@ServiceLoop final class Lobby {
  private static let comparison: Int64 = 1_000
  private static let gathering = Duration.milliseconds(100)
  /// A lobby nobody has asked for so long is forgotten.
  private static let rest: Int64 = 60_000

  private struct Kept {
    var book = SummaryBook(id: .random(in: .min ... .max))
    var asked: Int64
    /// When the heads were last compared, or everything was read.
    var compared: Int64?
  }

  private let loop: EventLoop
  private let store: Store
  private var kept: [Identifier: Kept] = [:]
  /// Logs of kept books that other nodes have moved.
  private var moved: Set<Identifier> = []
  private var isGathering = false

  init(loop: EventLoop, store: Store) {
    self.loop = loop
    self.store = store
  }

  var isLookedAt: Bool { !kept.isEmpty }

  /// The organisation's book as it stands now, give or take a second.
  func book(of organisation: Identifier) async throws -> SummaryBook {
    let now = loop.monotonic
    kept = kept.filter { $0.key == organisation || now - $0.value.asked < Self.rest }
    var lobby = kept[organisation] ?? Kept(asked: now)
    lobby.asked = now
    let isDue = lobby.compared.map { now - $0 >= Self.comparison } ?? true
    if isDue, lobby.compared != nil { lobby.compared = now }
    kept[organisation] = lobby
    if lobby.compared == nil {
      try await readAll(of: organisation)
    } else if isDue {
      try await compare(organisation)
    }
    return kept[organisation]?.book ?? lobby.book
  }

  /// This node's own commit.
  func committed(_ summary: LogSummary) { kept[summary.organisation]?.book.take(summary) }

  /// Another node's. Logs no book knows are found by comparing.
  func heard(_ heads: [Standing]) {
    for told in heads where kept.values.contains(where: { $0.book.isMoved(by: told) }) {
      moved.insert(told.log)
    }
    guard !moved.isEmpty, !isGathering else { return }
    isGathering = true
    loop.schedule(after: Self.gathering) { [self] in
      isGathering = false
      let logs = moved.sorted()
      moved = []
      // What cannot be read now is found by comparing.
      store.summaries(among: logs) { [self] result in take((try? result.get()) ?? []) }
    }
  }

  /// The database was rewound, and may have gone on since to the heads that are known.
  func forget() { kept = [:] }

  private func take(_ summaries: [LogSummary]) {
    for summary in summaries { committed(summary) }
  }

  private func readAll(of organisation: Identifier) async throws {
    let summaries = try await Store.answer { store.summaries(of: organisation, then: $0) }
    take(summaries)
    kept[organisation]?.compared = loop.monotonic
  }

  private func compare(_ organisation: Identifier) async throws {
    guard let revision = kept[organisation]?.book.revision else { return }
    let heads = try await Store.answer { store.heads(inLobbyOf: organisation, then: $0) }
    guard let logs = kept[organisation]?.book.stale(heads, askedAt: revision) else {
      kept[organisation]?.book = SummaryBook(id: .random(in: .min ... .max))
      return try await readAll(of: organisation)
    }
    if !logs.isEmpty { take(try await Store.answer { store.summaries(among: logs, then: $0) }) }
  }
}
