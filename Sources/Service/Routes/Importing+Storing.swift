import Board
import Identity
import JSON
import Live
import Metrics
import ServiceLoop

// Stores what was agreed, step by step. The steps' ids follow from the file: what a crash has left is finished by the
// same file once more, and the same request does nothing twice.
extension Importing {
  func store(_ seen: Seen, _ agreement: FileAgreement, _ permit: Permit) async throws -> ImportTally {
    let fold = seen.look.fold
    let (file, known, parts) = try await Aside.run {
      let isOfNow = seen.preview.state == agreement.state
      let chosen: [FilePreview.Part]
      do {
        chosen = try seen.preview.chosen(agreement)
      } catch {
        // What was agreed to may not be there any more.
        throw isOfNow ? error : ImportFault.changed
      }
      let file = FileName(seen.preview.reading, chosen.map(\.part), agreement, in: fold.log, fold.files)
      guard file.isAgreed || isOfNow else { throw ImportFault.changed }
      let known = file.standing == .finished ? file.id.description : seen.preview.known
      return (file, known, known == nil ? try seen.preview.agreed(agreement) : chosen)
    }
    let visitor = permit.visitor
    let channel: Channel?
    let tally: ImportTally
    switch permit.target {
    case .show:
      channel = self.channel(ofShow: fold, visitor)
      tally =
        if let known {
          ImportTally(parts, agreement, known: known)
        } else {
          try await store(parts, of: file, in: seen.look, agreement, visitor)
        }
    case .channel(let own):
      channel = own
      tally =
        if let known {
          ImportTally(parts, agreement, known: known)
        } else {
          try await storeList(parts[0], of: file, in: seen.look, agreement, own, visitor)
        }
    }
    if let channel { await remember(parts, agreement, channel, visitor) }
    return tally
  }

  /// What was decided by hand is known of the next file of that source. The file is stored by now: where this is refused,
  /// people decide once more the next time.
  private func remember(
    _ parts: [FilePreview.Part], _ agreement: FileAgreement, _ channel: Channel, _ visitor: Visitor
  ) async {
    guard agreement.remembers, let log = try? log(of: channel) else { return }
    for part in parts.map(\.part) {
      guard let args = part.remembering(agreement.mapping[part.kind] ?? [:]) else { continue }
      let step = ImportPlan.Step(id: CommandID.fresh(at: stage.now), op: "mapping.remember", args: args)
      _ = try? await submit(step, to: log, visitor, standing: [])
    }
  }

  private func store(
    _ parts: [FilePreview.Part], of file: FileName, in show: Look, _ agreement: FileAgreement, _ visitor: Visitor
  ) async throws -> ImportTally {
    let now = stage.now
    let (plan, known) = try await Aside.run {
      let plan = ImportPlan(parts.map(\.part), of: file, show: try show.fold.showFacts, agreement)
      let after = try plan.rehearsed(on: show.fold, head: show.head, by: .server(for: visitor.member), at: now)
      let isNothing = file.standing == .new && after.saysTheSame(as: show.fold, but: file.earlier)
      return (plan, isNothing ? show.fold.files.standing(file.digest) : nil)
    }
    if let known { return ImportTally(parts, agreement, known: known.id) }
    var isKnown = true
    for (index, step) in plan.steps.enumerated() {
      if index > 0 { await rest() }
      let wasKnown = try await submit(step, to: show.fold.log, visitor, standing: show.fold.files)
      if !wasKnown { isKnown = false }
    }
    var tally = ImportTally(parts, agreement, isKnown: isKnown)
    tally.file = file.id.description
    return tally
  }

  /// - Parameter files: those of the log, as it was seen. What is in the name of one that stands was brought by somebody
  ///   else before.
  /// - Returns: whether the step had been taken before.
  func submit(
    _ step: ImportPlan.Step, to log: Identifier, _ visitor: Visitor, standing files: [ImportedFile]
  ) async throws -> Bool {
    let command = Command(id: step.id, log: log, op: step.op, args: step.args)
    switch await stage.submit(command, by: .server(for: visitor.member), in: visitor.organisation) {
    case .success(let acknowledgement): return acknowledgement.wasKnown
    case .failure(let refusal):
      let file = (step.args["file"]?.string).flatMap { id in files.first { $0.id == id } }
      guard refusal.code == .taken, file?.isWithdrawn == false else { throw refusal }
      return true
    }
  }

  /// One behind the other, without waiting between them: they are stored in one transaction. Throws what the first that
  /// is refused is told.
  func submit(together steps: [ImportPlan.Step], to log: Identifier, _ visitor: Visitor) async throws {
    let refused = await submit(together: steps.map { ($0, log) }, visitor)
    if let refusal = refused[log] { throw refusal }
  }

  /// The same to several logs.
  ///
  /// - Returns: of each log in which one was refused, what the first of them was told.
  func submit(together steps: [(step: ImportPlan.Step, log: Identifier)], _ visitor: Visitor) async -> [Identifier:
    Refusal]
  {
    let actor = Actor.server(for: visitor.member)
    return await withCheckedContinuation { stored in
      var left = steps.count
      var refused: [Identifier: Refusal] = [:]
      for (step, log) in steps {
        let command = Command(id: step.id, log: log, op: step.op, args: step.args)
        stage.submit(command, by: actor, in: visitor.organisation) { result in
          if case .failure(let refusal) = result, refused[log] == nil { refused[log] = refusal }
          left -= 1
          if left == 0 { stored.resume(returning: refused) }
        }
      }
    }
  }

  /// Between two steps, until the wheel's next tick: a file of thousands of rows takes a few seconds, and nobody
  /// notices in the rooms with which it shares the loop and the database.
  func rest(_ time: Duration = .milliseconds(1)) async {
    await withCheckedContinuation { rested in
      stage.loop.schedule(after: time) { rested.resume() }
    }
  }
}
