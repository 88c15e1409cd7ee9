import Identity
import JSON

// What ties an issue to a number.
extension Issue {
  private static let authorOrOnceRevealed: [Who] = [.author, .everyoneOnceRevealed]

  /// Freezes the snapshot's value or, where none is named, the newest there is; the show's goal; and the channel's
  /// previous show's newest.
  static let link = Act(
    "issue.link", in: .room, zh: "关联数据", en: "Link number", by: authorOrOnceRevealed, during: work,
    .record("issue", .issue), .log("show", .show), .metric("metric"), .optional(.name("snapshot")),
    example: ["metric": "clk_pay_rate"],
    note: "without `snapshot` the newest number; value, goal and the last show's newest value are frozen by the server",
    needs: { args, directory in
      let directory = directory()
      guard let show = args["show"]?.string.flatMap(Identifier.init), directory.knows(log: show) == .show else {
        return []
      }
      return [show] + [directory.previousShow(before: show)].compactMap(\.self)
    },
    undo: { before, event in
      guard case .room(.issueLinked(let id, _))? = event.facts.first else { return nil }
      guard let link = before.find(id, as: Issue.self)?.link else {
        return Opposite("issue.unlink", ["issue": .string(id)])
      }
      return again(id, link)
    }
  ) { fold, request, id, show, metric, named in
    let issue = try fold.issue(id, request)
    guard let numbers = request.context.others[show], numbers.kind == .show,
      let figure = numbers.figure(metric, of: named)
    else { throw Refusal.notFound }
    // `needs` asks for the previous show only.
    let previous = request.context.others.values.first { $0.kind == .show && $0.log != show }
    let last = previous?.figure(metric)
    let link = Link(
      show: show, snapshot: figure.snapshot, metric: metric, value: figure.value,
      goal: numbers.goal(metric)?.value,
      last: last?.version == figure.version ? last?.value : nil)
    return issue.link == link ? .nothing : Decision(.room(.issueLinked(issue: id, link: link)))
  }

  static let unlink = Act(
    "issue.unlink", in: .room, zh: "取消关联", en: "Unlink number", by: authorOrOnceRevealed, during: work,
    .record("issue", .issue),
    undo: { before, event in
      guard case .room(.issueUnlinked(let id))? = event.facts.first,
        let link = before.find(id, as: Issue.self)?.link
      else { return nil }
      return again(id, link)
    }
  ) { fold, request, id in
    let issue = try fold.issue(id, request)
    return issue.link == nil ? .nothing : Decision(.room(.issueUnlinked(issue: issue.id)))
  }

  private static func again(_ id: String, _ link: Link) -> Opposite {
    Opposite(
      "issue.link",
      [
        "issue": .string(id), "show": .string(link.show.description), "metric": .string(link.metric),
        "snapshot": .string(link.snapshot),
      ])
  }
}
