import Board
import Identity
import Rows

/// What a log holds: its fold, which is ahead of what is committed by its speculations, and the tail of what is.
struct Ledger {
  /// The state after the speculations.
  private(set) var fold: LogFold { didSet { if fold.kind == .directory { memory = DirectoryMemory() } } }
  private var memory = DirectoryMemory()
  private(set) var speculations = Speculations()
  /// The committed events; its head is the log's.
  private(set) var tail: Tail
  private var pages = PageCache()
  /// When the newest event happened, committed or not.
  private var lastAt: Int64
  private var settledAt: Int64
  private(set) var savedSeq: Int64
  /// The event it ended with when it had been loaded.
  private var base: Standing
  /// Of a show: whether this node has seen to it that its figures stand beside the log. Whoever appended before it was
  /// loaded may have been an older build, which writes none.
  private var keepsFigures = false
  /// While the log is being loaded: how far the stored one reaches, and the words kept of it.
  private var unread: (head: Int64, words: [String: String])
  /// The newest head anyone told of.
  var hinted: Int64 = 0
  /// Where the log stood when the database was last asked. It cannot stand before that.
  var polled: Int64 = 0

  /// Empty, of a log that has been `loaded`. It is complete when it `isWhole` and `complete` has been called.
  init(_ log: Identifier, _ kind: LogKind, of loaded: LoadedLog? = nil) {
    fold = LogFold(log: log, kind: kind)
    tail = Tail(base: 0, tag: 0)
    (lastAt, settledAt, savedSeq) = (0, 0, 0)
    base = Standing(log: log, head: 0, tag: 0)
    unread = (
      loaded?.standing.head ?? 0,
      Dictionary(loaded?.texts.map { ($0.id, $0.body) } ?? [], uniquingKeysWith: { $1 })
    )
  }

  /// The state after `checkpoint`. Throws, and holds nothing as before, when that cannot be read.
  mutating func begin(with checkpoint: CheckpointRow) throws {
    fold = try LogFold(decoding: checkpoint.body, log: fold.log, kind: fold.kind, words: unread.words)
    tail = Tail(base: checkpoint.seq, tag: checkpoint.tag)
    (lastAt, settledAt, savedSeq) = (checkpoint.at, checkpoint.at, checkpoint.seq)
  }

  var head: Int64 { tail.head }
  var tag: UInt64 { tail.tag(at: tail.head) ?? 0 }
  var standing: Standing { Standing(log: fold.log, head: head, tag: tag) }
  /// The seq of the next event.
  var next: Int64 { head + Int64(speculations.count) + 1 }
  var isSettled: Bool { speculations.isEmpty }
  var inFlight: (batch: BatchID, count: Int)? { speculations.inFlight }

  /// Of a directory: the member with the rights they have now; nil: unknown or removed.
  mutating func actor(_ member: Identifier) -> Actor? { memory.actor(member, in: fold) }

  /// Of a directory: the kind of a log of its organisation.
  mutating func kind(of log: Identifier) -> LogKind? { memory.kind(of: log, in: fold) }

  /// The settled records as that member sees them, in parts of at most `limit` bytes or of one record.
  mutating func page(
    for member: Identifier, _ audience: Audience, without kinds: Set<RecordKind> = [], limit: Int
  ) -> Page {
    pages.page(of: fold, unsettled: speculations.before, for: member, audience, without: kinds, limit: limit)
  }

  // MARK: Deciding

  /// The instant of an event made now.
  func at(_ wall: Int64) -> Int64 { max(lastAt, wall) }

  mutating func speculate(_ request: Submission, _ decision: Decision, by actor: Identifier, at: Int64, tag: UInt64) {
    let command = request.command
    let event = Event(
      seq: next, tag: tag, id: command.id, by: actor, at: at, op: command.op, facts: decision.facts,
      words: decision.words.mapValues(\.text))
    let undo = command.asksUndo ? fold.opposite(of: event) : nil
    let changes = apply(event)
    speculations.append(
      Speculation(
        request: request, event: event, changes: changes, body: Event.encode(decision.facts), decision: decision,
        undo: undo))
  }

  mutating func add(_ rider: Rider, to command: Identifier? = nil) { speculations.add(rider, to: command) }

  // MARK: Committing

  /// What has been gathered leaves for the database. Call only with something gathered and nothing in flight.
  mutating func depart(_ batch: BatchID, of organisation: Identifier) -> Append {
    var append = Append(
      log: fold.log, organisation: organisation, kind: fold.kind.rawValue, head: head, tag: tag, events: [],
      summary: fold.summary())
    speculations.depart(batch, in: &append)
    if fold.kind == .show, !keepsFigures || speculations.changeFigures {
      append.figures = Figure.encode(fold.figures)
      keepsFigures = true
    }
    speculations.addSearchRows(of: fold, to: &append)
    return append
  }

  /// What was in flight is committed: it leaves speculation and joins the tail.
  mutating func commit(limits: Limits) -> [(speculation: Speculation, entry: TailEntry)] {
    speculations.land().map { speculation in
      (speculation, settle(speculation.event, speculation.changes, size: speculation.body.count, limits))
    }
  }

  /// Takes back what has been gathered (`inFlight`: and what was being committed) and answers the requests in the order
  /// they were decided. `asLoss`: what was in flight has lost a race.
  mutating func takeBack(inFlight all: Bool = false, asLoss: Bool = false) -> [Submission] {
    let flying = inFlight?.count ?? 0
    let back = speculations.takeBack(inFlight: all)
    if all { keepsFigures = false }
    for speculation in back.reversed() {
      fold.restore(speculation.changes)
      for change in speculation.changes { pages.forget(change.key) }
    }
    if asLoss { for speculation in back.prefix(flying) { speculation.request.losses += 1 } }
    lastAt = speculations.last?.event.at ?? settledAt
    return back.flatMap(\.requests)
  }

  mutating func note(_ duplicate: StoredCommand) { tail.note(duplicate) }
  mutating func forgetAhead() { tail.forgetAhead() }

  // MARK: What the database tells

  /// Whether everything that was stored when it was loaded is here.
  var isWhole: Bool { head >= unread.head }

  mutating func complete() {
    unread = (0, [:])
    base = standing
  }

  /// Whether what was read from the head on begins with the event this log ends with: then all before it is the same,
  /// too, because an event is stored once, on top of one history.
  func isContinued(by stored: [EventRow]) -> Bool {
    head == 0 || stored.first.map { $0.seq == head && $0.tag == tag } ?? false
  }

  /// Events from elsewhere, those behind the head. Nothing may be speculated. Nil: they do not continue this log.
  mutating func take(_ stretch: LogStretch, limits: Limits) throws(FactFault) -> [TailEntry]? {
    var words: [Int64: [String: String]] = [:]
    for text in stretch.texts { words[text.seq, default: [:]][text.id] = text.body }
    var entries: [TailEntry] = []
    for row in stretch.events where row.seq > head {
      guard row.seq == head + 1 else { return nil }
      let event = try Event(row, of: fold.kind, words: words[row.seq] ?? unread.words)
      let changes = apply(event)
      if changes.contains(where: \.changesFigures) { keepsFigures = false }
      entries.append(settle(event, changes, size: row.body.count, limits))
    }
    return entries
  }

  mutating func checkpoint() -> Checkpoint {
    savedSeq = head
    return Checkpoint(log: fold.log, seq: head, tag: tag, at: settledAt, base: base, fold: fold)
  }

  private mutating func apply(_ event: Event) -> [Change] {
    let changes = fold.apply(event)
    for change in changes { pages.forget(change.key) }
    lastAt = event.at
    return changes
  }

  private mutating func settle(_ event: Event, _ changes: [Change], size: Int, _ limits: Limits) -> TailEntry {
    let entry = TailEntry(
      event: event.withoutWords, changes: changes, size: size, leadsSeeMore: fold.kind.showsLeadsMore)
    tail.append(entry, limits: limits)
    settledAt = event.at
    if entry.erasesWords || changes.contains(where: \.hidesTotals) { tail.forget(before: event.seq) }
    // The saved checkpoint holds the words, and is void.
    if entry.erasesWords { savedSeq = 0 }
    return entry
  }
}

extension Event {
  /// The records it changed hold the words. A second copy would outlive their erasure.
  fileprivate var withoutWords: Event {
    guard !words.isEmpty else { return self }
    return Event(seq: seq, tag: tag, id: id, by: by, at: at, op: op, facts: facts, words: [:])
  }
}
