import Identity
import JSON

extension LogFold {
  /// What `command` leads to in this state. Pure: the state is not changed; the event made of the decision is to be
  /// applied. Judged in this order: is there such a command, may this member, is this the phase; then, as they are
  /// read, are the arguments right, is there such a record, may this member with this record; is it still as it was.
  public func decide(_ command: Command, in context: Context) throws(Refusal) -> Decision {
    let actor = context.actor
    guard let act = Act.of(command.op, in: kind), actor.isServer || !act.who.contains(.server)
    else {
      throw Refusal(.unknownOp)
    }
    let root = root
    let room = if case .room(let room)? = root { room } else { Room?.none }
    let isAdmitted = act.admits(
      actor, isFacilitator: room?.facilitator == actor.member, isFormer: room?.former == actor.member)
    guard isAdmitted || act.asksForRecord && !actor.isServer else { throw .forbidden }
    guard act.founds || root != nil || !kind.isFounded else { throw context.missing(command.log) }
    if let phase = room?.phase, !act.phases.contains(phase) {
      throw Refusal(.phase, .phase(phase))
    }
    do {
      let request = Request(declared: act, command: command, context: context, root: root, isAdmitted: isAdmitted)
      let decision = try act.decide(self, request)
      try request.checkSteering(decision)
      return decision
    } catch let refusal as Refusal {
      throw refusal
    } catch let fault as ArgumentFault {
      throw Refusal(fault)
    } catch {
      preconditionFailure("a command is refused by a Refusal or an ArgumentFault")
    }
  }
}

extension Context {
  /// A log that is not founded. Where the directory is at hand and lists it, it is about to be: an act of another log waits.
  fileprivate func missing(_ log: Identifier) -> Refusal {
    let isListed = others.values.contains { $0.kind == .directory && $0.knows(log: log) != nil }
    return isListed ? Refusal(.unavailable) : .notFound
  }
}

extension LogFold {
  /// The directory's organisation, once founded.
  public var organisation: Organisation? { only() }
  /// A show's own record, once founded.
  public var show: Show? { only() }
  /// A room's own record, once founded.
  public var room: Room? { only() }

  /// Refuses one record more than there may be.
  func checkRoom(for kind: RecordKind, _ count: Int = 1, limit: Int) throws(Refusal) {
    try checkRoom(taken: shelves.count(kind), count, limit: limit)
  }

  func checkRoom(taken: Int, _ count: Int = 1, limit: Int) throws(Refusal) {
    guard taken + count <= limit else { throw Refusal(.full, .limit(limit)) }
  }
}
