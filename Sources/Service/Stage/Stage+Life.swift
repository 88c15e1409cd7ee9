import Board
import Identity
import JSON
import Live
import Postgres
import Rows
import ServiceLoop
import Store

/// The stage's own rhythm: rounds, ticks, what other nodes say, what was left undone, and its end.
extension Stage {
  static let tick = Duration.milliseconds(100)
  static let sessionCheck = Duration.seconds(20)
  static let reachCheck = Duration.seconds(1)
  static let unfinishedCheck = Duration.seconds(5)
  static let layoutCheck = Duration.seconds(5)
  /// All of it, with the loop's own end and the database's, stays under ten seconds.
  static let patience = Duration.seconds(6)

  func start() {
    // The loop holds the stage until it has stopped. All others refer to it weakly.
    loop.roundEnded = { [self] in tell(.roundEnded) }
    store.onHint = { [weak self] heads, endedSessions in
      self?.tell(.heads(heads))
      self?.lobby.heard(heads)
      for head in heads { self?.histories.moved(head.log) }
      for session in endedSessions { self?.tell(.sessionEnded(session)) }
    }
    store.onSighted = { [weak self] node, sightings in self?.tell(.sighted(node: node, sightings)) }
    store.onNeighbour = { [weak self] in self?.tell(.neighbour) }
    store.onReplaced = { [weak self] from, to in
      Journal.write(.error, "database.replaced", ["from": from, "to": to])
      self?.tell(.databaseReplaced)
    }
    store.onLayout = { [weak self] layout, session in self?.layoutChanged(layout, by: session) }
    store.onAvailabilityChanged = { [weak self] isAvailable in self?.availabilityChanged(isAvailable) }
    every(Self.tick) { $0.tell(.tick) }
    every(Self.sessionCheck) { $0.checkSessions() }
    every(Self.reachCheck) { $0.considerReach() }
    every(Self.unfinishedCheck) { $0.findUnfinishedActs() }
    every(Self.layoutCheck) { $0.store.askLayout() }
    every(Self.reachCheck) { $0.searchKeeper.tick() }
    every(Self.searchCheck) { $0.sweepSearch() }
    every(Self.clockCheck) { $0.histories.rest() }
    every(Self.clockCheck) { $0.checkClock() }
    every(Self.sweep) { $0.sweep() }
    store.open()
  }

  /// Suspends until the database first answers.
  func untilAvailable() async {
    if store.isAvailable { return }
    await withCheckedContinuation { waiting in waitingForDatabase.append { waiting.resume() } }
  }

  /// Orderly: what was accepted is committed and acknowledged, everyone is told, then the loop ends.
  func stop() {
    guard !isStopping else { return }
    isStopping = true
    Journal.write(.info, "stage.stopping")
    whenStopped = { [weak self] in self?.end() }
    loop.schedule(after: Self.patience) { [weak self] in
      guard let self, !hasEnded else { return }
      // What is not committed by now is not acknowledged, and not lost: whoever sent it sends it again.
      tell(.outOfTime)
      end()
    }
    tell(.stopping)
  }

  private func end() {
    guard !hasEnded else { return }
    hasEnded = true
    loop.stop(grace: .seconds(2), then: { [store] in store.close() })
  }

  private func availabilityChanged(_ isAvailable: Bool) {
    if isAvailable {
      Journal.write(.info, "database.back")
    } else {
      tellTrouble(as: "database.away")
    }
    tell(.databaseAvailable(isAvailable))
    guard isAvailable else { return }
    let isFirst = clocksAgreed == nil
    compareClocks()
    if isFirst { sweep() }
    findUnfinishedActs()
    let waiting = waitingForDatabase
    waitingForDatabase = []
    for resume in waiting { resume() }
  }

  private func layoutChanged(_ layout: Int, by session: String) {
    if layout < Fact.newest {
      Journal.write(.warning, "layout.held", ["layout": "\(layout)", "newest": "\(Fact.newest)", "by": session])
    } else if isLayoutHeld {
      Journal.write(.info, "layout.free", ["layout": "\(layout)"])
    }
    isLayoutHeld = layout < Fact.newest
    tell(.layout(layout))
    // What it appended while it was here has no figures.
    if !isLayoutHeld { sweepFigures() }
  }

  /// Another node may reach the database when this one does not.
  private func considerReach() {
    if let since = store.unreachedSince { tell(.unreached(since: since, othersHeard: store.othersHeard)) }
  }

  func tellTrouble(as event: String) {
    let trouble = store.trouble
    Journal.write(
      .error, event,
      ["connection": trouble?.connection ?? "unknown", "fault": trouble?.fault.map { "\($0)" } ?? "unknown"])
  }

  /// Acts of which a crash left only the request; any node completes them. A hundred at a time, each time those behind:
  /// some may be stuck for as long as their log cannot be read, and others must not wait for them.
  private func findUnfinishedActs() {
    guard store.isAvailable, !isStopping else { return }
    let limit = 100
    store.pendingActs(before: now - 2_000, after: lastUnfinished, limit: limit) { [weak self] result in
      guard let self, case .success(let acts) = result else { return }
      lastUnfinished = acts.count == limit ? acts.last : nil
      if !acts.isEmpty { tell(.pending(acts)) }
    }
  }

  /// A session that ended on another node has its sockets closed here. The hint may be lost; this check is not.
  private func checkSessions() {
    let sessions = openSessions
    guard store.isAvailable, !sessions.isEmpty else { return }
    store.liveSessions(among: sessions.map(\.id), now: now) { [weak self] result in
      guard let self, case .success(let live) = result else { return }
      for session in sessions where !live.contains(session.id) { tell(.sessionEnded(session.id)) }
    }
  }

  private func every(_ interval: Duration, _ action: @escaping @ServiceLoop (Stage) -> Void) {
    loop.schedule(after: interval) { [weak self] in
      guard let self, !hasEnded else { return }
      action(self)
      every(interval, action)
    }
  }
}
