import Board
import Identity
import JSON
import Live
import Metrics
import ServiceLoop

// Stores a list, a few rows at a time: adds the shows that are new, and takes down the numbers of all.
extension Importing {
  /// Shows of which the channel's log is told at once, before they are added: whatever a crash leaves of them goes with
  /// the file.
  private static let part = 500

  /// Shows that are added, and then have their numbers taken down, at once: the rooms with which they share the loop and
  /// the database do not notice so few.
  private static let group = 20

  func storeList(
    _ part: FilePreview.Part, of file: FileName, in look: Look, _ agreement: FileAgreement, _ channel: Channel,
    _ visitor: Visitor
  ) async throws -> ImportTally {
    guard case .list(let preview) = part.change else { throw Refusal.notFound }
    let (log, files) = (look.fold.log, look.fold.files)
    let directory = try await stage.look(at: visitor.organisation, in: visitor.organisation)
    let now = stage.now
    let (plan, steps) = try await Aside.run {
      let plan = preview.answered(agreement)
      let steps = plan.steps(of: file, in: channel.id)
      try ListPlan.rehearse(steps, on: directory.fold, head: directory.head, by: .server(for: visitor.member), at: now)
      return (plan, steps)
    }
    _ = try await submit(file.told(as: .list), to: log, visitor, standing: files)
    for start in stride(from: 0, to: steps.count, by: Self.part) {
      let chunk = steps[start..<min(start + Self.part, steps.count)]
      _ = try await submit(file.touches(chunk), to: log, visitor, standing: files)
      for first in stride(from: chunk.startIndex, to: chunk.endIndex, by: Self.group) {
        try await checkStands(file, log, visitor)
        try await store(chunk[first..<min(first + Self.group, chunk.endIndex)], of: file, visitor)
      }
    }
    _ = try await submit(file.finished, to: log, visitor, standing: files)
    return plan.tally(of: part.part, file)
  }

  private func store(_ group: ArraySlice<ListPlan.Step>, of file: FileName, _ visitor: Visitor) async throws {
    let additions = group.compactMap(\.addition)
    if !additions.isEmpty {
      try await submit(together: additions, to: visitor.organisation, visitor)
      await rest()
    }
    let steps = group.flatMap { step in
      ([file.told(as: .list)] + [step.numbers].compactMap(\.self)).map { (step: $0, log: step.show) }
    }
    let refused = await submit(together: steps, visitor)
    await rest()
    for step in group where refused[step.show] != nil { try await store(step, of: file, visitor) }
  }

  /// Somebody may take the file back while it is stored. What is added all the same is hidden when the channel lists it.
  private func checkStands(_ file: FileName, _ log: Identifier, _ visitor: Visitor) async throws {
    let known = try await stage.look(at: log, in: visitor.organisation).fold.files
    guard known.contains(where: { $0.id == file.id.description && !$0.isWithdrawn }) else { throw Refusal.notFound }
  }

  /// A show that was just added may not have its log yet: another node may be about to found it.
  private func store(_ step: ListPlan.Step, of file: FileName, _ visitor: Visitor) async throws {
    var waited = Duration.zero
    while true {
      do {
        try await submit(together: [file.told(as: .list)] + [step.numbers].compactMap(\.self), to: step.show, visitor)
        return
      } catch let refusal as Refusal where refusal.code == .taken || refusal.code == .notFound {
        let show = try await newest(step.show, visitor).fold
        if refusal.code == .taken, show.files.contains(where: { $0.id == file.id.description && !$0.isWithdrawn }) {
          return
        }
        guard show.show == nil else { throw refusal }
        guard waited < Self.patience else { throw Refusal(.unavailable) }
        await rest(Self.pause)
        waited += Self.pause
      }
    }
  }

  private static let pause = Duration.milliseconds(100)
  /// What a crash has left undone, other nodes look for every few seconds.
  private static let patience = Duration.seconds(20)
}
