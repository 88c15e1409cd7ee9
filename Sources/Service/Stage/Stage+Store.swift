import Board
import Identity
import Live
import Postgres
import Rows
import ServiceLoop
import Store

/// What the node asks of the database, and the answers.
extension Stage {
  /// Events of one answer: so many are folded in a few milliseconds. More come with the next one.
  private static let stretch = 500
  /// The kinds of log a lobby lists.
  private static let listed = Set([LogKind.show, .room].map(\.rawValue))

  func load(_ log: Identifier) {
    store.load(log, limit: Self.stretch) { [weak self] result in
      switch result {
      case .success(let loaded): self?.tell(.loaded(log, loaded))
      case .failure: self?.tell(.loadFailed(log))
      }
    }
  }

  func read(_ log: Identifier, from seq: Int64) {
    store.read(log, from: seq, limit: Self.stretch) { [weak self] result in
      switch result {
      case .success(let stretch): self?.tell(.caughtUp(log, stretch))
      case .failure: self?.tell(.readFailed(log))
      }
    }
  }

  func find(_ commands: [Identifier], in log: Identifier) {
    store.find(commands, in: log) { [weak self] result in self?.tell(.found(log, commands, try? result.get())) }
  }

  /// Answered log by log: one that has to be tried again does not hold the others up.
  func append(_ batch: BatchID, _ appends: [Append]) {
    let summaries =
      lobby.isLookedAt ? appends.filter { Self.listed.contains($0.kind) }.map { LogSummary($0) } : []
    let searched = appends.compactMap(SearchAppend.init)
    store.append(appends) { [weak self] outcome in
      if case .committed = outcome.result {
        self?.histories.moved(outcome.log)
        if let append = searched.first(where: { $0.log == outcome.log }) { self?.searchKeeper.committed(append) }
        if let summary = summaries.first(where: { $0.log == outcome.log }) { self?.lobby.committed(summary) }
      }
      self?.tell(.appended(batch, [outcome]))
    }
  }

  func poll(_ logs: [Identifier]) {
    store.heads(of: logs) { [weak self] result in
      if case .success(let heads) = result { self?.tell(.polled(logs, heads)) }
    }
  }

  func save(_ checkpoint: Checkpoint) {
    ServiceLoop.begin { [self] in
      // Encoding takes thousands of records.
      let row = await Aside.run { checkpoint.encoded() }
      store.writeCheckpoint(row, on: checkpoint.base) { _ in }
    }
  }

  func forget(_ act: Identifier, of log: Identifier) {
    store.forgetAct(act, of: log) { _ in }
  }
}
