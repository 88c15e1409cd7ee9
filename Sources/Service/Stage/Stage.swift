import Board
import Identity
import Live
import Rows
import ServiceLoop
import Store

/// Tells the pure `Node` what happens, and carries out what it asks for on the loop and in the store. A process has
/// one, on the loop.
@ServiceLoop final class Stage {
  let loop: EventLoop
  let store: Store
  let lobby: Lobby
  let searchKeeper: SearchKeeper
  let histories: HistoryKeeper
  let cookie: SessionCookie
  private var node: Node
  /// The effects of the input that is being handled.
  private var inputs: [Input] = []
  private var isPlaying = false
  private var effects: [Effect] = []
  /// Connections the node knows, by its names for them.
  var connections: [ConnectionID: WebSocketConnection] = [:]
  var answers: [Ticket: @ServiceLoop (Result<Acknowledgement, Refusal>) -> Void] = [:]
  var looks: [Ticket: @ServiceLoop (Result<Look, Refusal>) -> Void] = [:]
  private var lastTicket: UInt64 = 0
  var whenStopped: (@ServiceLoop () -> Void)?
  var isStopping = false
  var waitingForDatabase: [@ServiceLoop () -> Void] = []
  var hasEnded = false
  /// Whether this machine's clock and PostgreSQL's were close when they were last compared.
  var clocksAgreed: Bool?
  /// Whether an older node keeps new kinds of fact from being written.
  var isLayoutHeld = false
  /// Whether figures are being worked out that an older build did not write.
  var isSweepingFigures = false
  /// Whether what search finds is being written for logs that others left.
  var isSweepingSearch = false
  /// Logs that were behind in it at the last look, and where their marks stood.
  var behindInSearch: [Identifier: Int64] = [:]
  /// The last of the unfinished acts that were looked at.
  var lastUnfinished: UnfinishedAct?

  init(loop: EventLoop, store: Store, installation: Identifier, limits: Limits) {
    self.loop = loop
    self.store = store
    cookie = SessionCookie(installation: installation)
    lobby = Lobby(loop: loop, store: store)
    searchKeeper = SearchKeeper(loop: loop, store: store)
    histories = HistoryKeeper(loop: loop, store: store)
    node = Node(limits: limits, generator: RandomReserve())
  }

  /// Tells the node. An input that comes while another is being handled is handled after it, in order.
  func tell(_ input: Input) {
    guard !isPlaying else { return inputs.append(input) }
    isPlaying = true
    play(input)
    var next = 0
    while next < inputs.count {
      next += 1
      play(inputs[next - 1])
    }
    if next > 0 { inputs.removeAll(keepingCapacity: true) }
    isPlaying = false
  }

  private func play(_ input: Input) {
    effects.removeAll(keepingCapacity: true)
    node.receive(input, now: Instant(wall: now, monotonic: loop.monotonic), &effects)
    for effect in effects { perform(effect) }
  }

  func nextTicket() -> Ticket {
    lastTicket += 1
    return Ticket(lastTicket)
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .send(let connection, let outgoing):
      connections[connection]?.send(outgoing.frame)
    case .broadcast(let members, let outgoing):
      let frame = outgoing.frame
      for member in members { connections[member]?.send(frame) }
    case .close(let connection, let code, let reason): close(connection, code, reason)
    case .load(let log): load(log)
    case .read(let log, let seq): read(log, from: seq)
    case .find(let log, let commands): find(commands, in: log)
    case .append(let batch, let appends): append(batch, appends)
    case .poll(let logs): poll(logs)
    case .hint(let standing): store.hint(standing)
    case .sighted(let sightings): store.hint(sightings)
    case .saveCheckpoint(let checkpoint): save(checkpoint)
    case .dropCheckpoint(let log): store.dropCheckpoint(log) { _ in }
    case .report(let trouble):
      Journal.write(trouble)
      if case .logRewound = trouble {
        lobby.forget()
        searchKeeper.forget()
        histories.forget()
      }
    case .forget(let log, let act): forget(act, of: log)
    case .answer(let ticket, let result): answers.removeValue(forKey: ticket)?(result)
    case .looked(let ticket, let result): looks.removeValue(forKey: ticket)?(result)
    case .wake: loop.post {}
    case .stopped: whenStopped?()
    }
  }
}

extension Outgoing {
  /// The bytes as the loop writes them: made at the first send, shared by all further ones.
  fileprivate var frame: SharedFrame {
    if let frame = attachment as? SharedFrame { return frame }
    let frame = SharedFrame(arrayOf: frames)
    attachment = frame
    return frame
  }
}
