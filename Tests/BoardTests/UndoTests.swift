import Identity
import JSON
import Testing

@testable import Board

@Suite struct `What takes a command back` {
  @Test(arguments: LogKind.allCases) func `leaves what everyone saw before`(log: LogKind) throws {
    for act in Act.all where act.log == log && act.undo != nil { try tryUndo(of: act) }
  }

  private func tryUndo(of act: Act) throws {
    let op = act.op
    let stage = try PermissionStage(phase: act.phases.contains(.solve) ? .solve : act.phases[0], isRevealed: true)
    let actor = try #require(
      try stage.cast.map { stage.known($1, sending: op) }.first {
        try stage.outcome(of: op, in: act.log, by: $0) == nil
      })
    var world = stage.team.world
    let log = stage.target(act.log)
    let before = try #require(world.folds[log])
    let sent = try world.send(op, stage.args(of: act, by: actor), to: log, as: actor, on: stage.on(op))
    let event = try #require(sent.event, "\(op) changes nothing here")
    let opposite = try #require(act.undo?(before, event), "nothing takes \(op) back here")
    try world.send(opposite.op, opposite.args, to: log, as: actor, on: event.seq)
    #expect(try shown(world.folds[log]) == shown(before), "\(op)")
  }

  @Test func `is declared by every command, or why there is none`() {
    for act in Act.all where !act.isServers {
      #expect((act.undo == nil) == (act.whyFinal != nil), "\(act.op) declares neither, or both")
      #expect(act.whyFinal?.isEmpty != true, "\(act.op)")
    }
    for act in Act.all where act.isServers { #expect(act.whyFinal == nil, "\(act.op)") }
  }

  @Test func `is not there for what nobody can take back`() {
    let final = [
      "cards.reveal", "issue.erase", "solution.erase", "entry.erase", "question.erase", "solution.promote",
      "question.promote", "member.remove", "marker.remove",
    ]
    for act in Act.all where final.contains(act.op) || act.isServers { #expect(act.undo == nil, "\(act.op)") }
  }

  /// What a lead sees of every record, without what counts the changes themselves: who has voted has, whatever they take
  /// back.
  private func shown(_ fold: LogFold?) throws -> [RecordKey: JSON] {
    let fold = try #require(fold)
    return try fold.keys.reduce(into: [:]) { records, key in
      guard let bytes = fold[key]?.render(for: Viewer(member: nil, isLead: true)),
        var object = try JSONReader.parse(bytes).object
      else { return }
      for counted in ["edited", "version", "closedAt", "voted", "spent", "taken", "last"] { object[counted] = nil }
      records[key] = .object(object)
    }
  }
}
