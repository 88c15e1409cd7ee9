import Board
import DequeModule
import Identity

/// A log in memory: its fold, which is ahead of what is committed by its speculations, its tail, and who follows it.
final class LiveLog {
  enum Stage { case loading, live }

  let id: Identifier
  let organisation: Identifier
  let kind: LogKind
  var stage = Stage.loading

  private(set) var fold: LogFold { didSet { if kind == .directory { memory = DirectoryMemory() } } }
  private var memory = DirectoryMemory()
  /// The committed events; its head is the log's.
  private(set) var tail = Tail(base: 0, tag: 0)
  /// When the newest event happened, committed or not.
  private var lastAt: Int64 = 0
  private var settledAt: Int64 = 0
  private(set) var speculations: [Speculation] = []
  private var speculated: Set<Identifier> = []
  /// By their commands: the speculations whose commit is awaited to tell a verdict.
  private var judged: [Identifier: Identifier] = [:]
  /// How many of the speculations are being committed.
  private(set) var inFlight: (batch: BatchID, count: Int)?

  /// The events after the head are being read. Until they are here, nothing is decided or appended.
  var isReading = false
  /// Reading failed: to be tried again.
  var mustRead = false
  /// The database refused an append although no command of it was there already: there must be something to read.
  var wasLost = false
  /// The database would not take a row of a batch: one command at a time until it is found.
  var isCautious = false
  /// The newest head anyone told of.
  var hinted: Int64 = 0
  /// Where it stood when the database was last asked where it stands: it cannot stand before that.
  var polled: Int64 = 0
  /// What is here may not be what is stored. Until that has been compared, nothing is decided.
  var isDoubted = false
  /// It was live before it was loaded anew.
  var isReloading = false
  private(set) var savedSeq: Int64 = 0
  /// What it ended with when it had been loaded.
  private var base: Standing
  /// While it is being loaded: how far it reaches, and the words kept of it.
  private var unread: (head: Int64, words: [String: String]) = (0, [:])

  var queue: Deque<Request> = []
  /// Requests of which the database is asked whether they took effect long ago.
  var sought: [Request] = []
  var isWorking = false
  /// Logs whose next command waits until this one is settled.
  var needers: Set<Identifier> = []
  /// Who waits to look at the newest settled state.
  var lookers: [Ticket] = []
  /// What waits until this directory is loaded, or settled.
  var deferred: [Deferred] = []
  /// Followers who have seen a newer head than this node: they wait until it has been read.
  var joiners: [Following] = []

  var common = Circle()
  var lead = Circle()
  private(set) var followings: [Identifier: [Following]] = [:]
  var snapshots = SnapshotCache()
  var presence = Presence()
  var idleSince: Int64?

  init(id: Identifier, organisation: Identifier, kind: LogKind) {
    self.id = id
    self.organisation = organisation
    self.kind = kind
    fold = LogFold(log: id, kind: kind)
    base = Standing(log: id, head: 0, tag: 0)
  }

  var head: Int64 { tail.head }
  var tag: UInt64 { tail.tag(at: tail.head) ?? 0 }
  var standing: Standing { Standing(log: id, head: head, tag: tag) }
  /// The seq of the next event.
  var next: Int64 { head + Int64(speculations.count) + 1 }
  var isSettled: Bool { speculations.isEmpty }
  var isLive: Bool { stage == .live }
  var hasGathered: Bool { speculations.count > (inFlight?.count ?? 0) }
  var hasFollowers: Bool { !followings.isEmpty }

  /// Whether a command may be decided now. Who needs the settled state goes first. A directory takes one batch at a
  /// time, so that rights are always judged on what is committed.
  var mayDecide: Bool {
    isLive && !isReading && !mustRead && !isDoubted
      && (isSettled || (needers.isEmpty && lookers.isEmpty && deferred.isEmpty))
      && !(kind == .directory && inFlight != nil) && !(isCautious && !isSettled)
  }

  /// Of a directory: the member with the rights they have now; nil: unknown or removed.
  func actor(_ member: Identifier) -> Actor? { memory.actor(member, in: fold) }

  /// Of a directory: the kind of a log of its organisation.
  func kind(of log: Identifier) -> LogKind? { memory.kind(of: log, in: fold) }

  /// The settled values of the records on which `fold` is ahead.
  var unsettled: [RecordKey: Record?] {
    var values: [RecordKey: Record?] = [:]
    for speculation in speculations {
      for change in speculation.changes where values[change.key] == nil {
        values.updateValue(change.before, forKey: change.key)
      }
    }
    return values
  }

  func takeDeferred() -> [Deferred] {
    defer { deferred = [] }
    return deferred
  }

  func takeLookers() -> [Ticket] {
    defer { lookers = [] }
    return lookers
  }

  func takeJoiners() -> [Following] {
    defer { joiners = [] }
    return joiners
  }

  // MARK: Deciding

  /// The instant of an event made now.
  func at(_ wall: Int64) -> Int64 { max(lastAt, wall) }

  func isSpeculated(_ command: Identifier) -> Bool { speculated.contains(command) }

  /// Adds a rider to the speculation of `command`, or to the newest.
  func add(_ rider: Rider, to command: Identifier? = nil) {
    let index = command.flatMap { id in speculations.firstIndex { $0.event.id == id } } ?? speculations.count - 1
    speculations[index].riders.append(rider)
    judged[rider.request.command.id] = speculations[index].event.id
  }

  /// The same command again: what the first is to be told is told to this one, too. False: there is no verdict.
  func join(_ request: Request) -> Bool {
    guard !judged.isEmpty, let place = judged[request.command.id],
      let speculation = speculations.first(where: { $0.event.id == place }),
      let first = speculation.riders.first(where: { $0.request.command.id == request.command.id })
    else { return false }
    speculation.riders.append(Rider(request: request, verdict: first.verdict))
    return true
  }

  func speculate(_ request: Request, _ decision: Decision, by actor: Identifier, at: Int64, tag: UInt64) {
    let command = request.command
    let event = Event(
      seq: next, tag: tag, id: command.id, by: actor, at: at, op: command.op, facts: decision.facts,
      words: decision.words.mapValues(\.text))
    let changes = apply(event)
    speculations.append(
      Speculation(
        request: request, event: event, changes: changes, body: Event.encode(decision.facts), decision: decision))
    speculated.insert(command.id)
  }

  // MARK: Committing

  /// What has been gathered, on its way to the database. Call only with something gathered and nothing in flight.
  func dispatch(_ batch: BatchID) -> Append {
    inFlight = (batch, speculations.count)
    return Append(
      log: id, organisation: organisation, kind: kind, head: head, tag: tag, rows: speculations.map(\.row),
      summary: fold.summary())
  }

  /// What was in flight is committed: it leaves speculation and joins the tail.
  func commit(limits: Limits) -> [(speculation: Speculation, entry: TailEntry)] {
    let count = inFlight?.count ?? 0
    inFlight = nil
    let done = speculations[..<count].map { speculation -> (speculation: Speculation, entry: TailEntry) in
      forget(speculation)
      return (speculation, settle(speculation.event, speculation.changes, size: speculation.body.count, limits))
    }
    speculations.removeFirst(count)
    return done
  }

  /// Takes back what has been gathered (`inFlight`: and what was being committed) and answers the requests in the order
  /// they were decided. `asLoss`: what was in flight has lost a race.
  func takeBack(inFlight all: Bool = false, asLoss: Bool = false) -> [Request] {
    let flying = inFlight?.count ?? 0
    let kept = all ? 0 : flying
    if all { inFlight = nil }
    for speculation in speculations[kept...].reversed() {
      fold.restore(speculation.changes)
      for change in speculation.changes { snapshots.forget(change.key) }
      forget(speculation)
    }
    if asLoss { for index in 0..<flying { speculations[index].request.losses += 1 } }
    let requests = speculations[kept...].flatMap(\.requests)
    speculations.removeLast(speculations.count - kept)
    lastAt = speculations.last?.event.at ?? settledAt
    return requests
  }

  private func forget(_ speculation: Speculation) {
    speculated.remove(speculation.event.id)
    for rider in speculation.riders { judged[rider.request.command.id] = nil }
  }

  // MARK: What the database tells

  /// Begins to load, with the state after `checkpoint` or with nothing. It is live when it `isWhole` and `complete` is
  /// called. Throws when the checkpoint cannot be read.
  func begin(with checkpoint: StateSnapshot?, of loaded: Loaded?) throws {
    let words = loaded?.words ?? [:]
    fold =
      if let checkpoint {
        try LogFold(decoding: checkpoint.body, log: id, kind: kind, words: words)
      } else {
        LogFold(log: id, kind: kind)
      }
    unread = (loaded?.head ?? 0, words)
    snapshots = SnapshotCache()
    tail = Tail(base: checkpoint?.seq ?? 0, tag: checkpoint?.tag ?? 0)
    settledAt = checkpoint?.at ?? 0
    lastAt = settledAt
    savedSeq = checkpoint?.seq ?? 0
    (hinted, polled, isDoubted) = (0, 0, false)
  }

  /// Whether all there was when it was loaded is here.
  var isWhole: Bool { head >= unread.head }

  func complete() {
    unread = (0, [:])
    base = standing
    stage = .live
  }

  /// Whether what was read from the head on begins with the event this log ends with: then all before it is the same,
  /// too, because an event is stored once, on top of one history.
  func isContinued(by stored: [StoredEvent]) -> Bool {
    head == 0 || stored.first.map { $0.seq == head && $0.tag == tag } ?? false
  }

  /// Events from elsewhere, those behind the head. Nothing may be speculated. Nil: they do not continue this log.
  func take(_ stored: [StoredEvent], limits: Limits) throws -> [TailEntry]? {
    let words = unread.words
    var entries: [TailEntry] = []
    for row in stored where row.seq > head {
      guard row.seq == head + 1 else { return nil }
      let event = Event(
        seq: row.seq, tag: row.tag, id: row.command, by: row.actor, at: row.at, op: row.op,
        facts: try Event.decode(row.body), words: row.words.isEmpty ? words : row.words)
      let changes = apply(event)
      entries.append(settle(event, changes, size: row.body.count, limits))
    }
    return entries
  }

  func note(_ duplicate: Duplicate) { tail.note(duplicate) }
  func forgetAhead() { tail.forgetAhead() }

  func checkpoint() -> Checkpoint {
    savedSeq = head
    return Checkpoint(log: id, seq: head, tag: tag, at: settledAt, base: base, fold: fold)
  }

  private func apply(_ event: Event) -> [Change] {
    let changes = fold.apply(event)
    for change in changes { snapshots.forget(change.key) }
    lastAt = event.at
    return changes
  }

  private func settle(_ event: Event, _ changes: [Change], size: Int, _ limits: Limits) -> TailEntry {
    let entry = TailEntry(
      event: event.withoutWords, changes: changes, size: size, leadsSeeMore: kind.showsLeadsMore)
    tail.append(entry, limits: limits)
    settledAt = event.at
    if entry.erasesWords || changes.contains(where: \.hidesTotals) { tail.forget(before: event.seq) }
    // What was saved holds the words, and is void.
    if entry.erasesWords { savedSeq = 0 }
    return entry
  }

  // MARK: Followers

  func enter(_ following: Following) { followings[following.member, default: []].append(following) }

  func leave(_ following: Following) {
    rest(following)
    joiners.removeAll { $0 === following }
    following.state = .ended
    followings[following.member]?.removeAll { $0 === following }
    if followings[following.member]?.isEmpty == true { followings[following.member] = nil }
  }

  /// Makes a follower that is up to date one of the many who get the same.
  func welcome(_ following: Following) {
    if following.audience == .lead { lead.insert(following) } else { common.insert(following) }
    following.circle = following.audience
  }

  /// Takes a follower out of the many; it has everything up to the head.
  func rest(_ following: Following) {
    guard case .current(let index) = following.state else { return }
    if following.circle == .lead { lead.remove(at: index) } else { common.remove(at: index) }
    following.state = .behind(head)
  }
}

extension Event {
  /// The words stand in the records it changed; a second copy would only outlive their erasure.
  fileprivate var withoutWords: Event {
    guard !words.isEmpty else { return self }
    return Event(seq: seq, tag: tag, id: id, by: by, at: at, op: op, facts: facts, words: [:])
  }
}
