import Identity
import JSON

// Commands that tie an issue to a number.
extension LogFold {
  /// Freezes the snapshot's value or, where none is named, the newest there is; the show's goal; and the channel's
  /// previous show's newest.
  func linkIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let id = try args.id("issue")
    let show = try args.identifier("show")
    let named = try args.optionalID("snapshot")
    let metric = try args.metric("metric")
    try args.end()
    let issue = try issue(id, request)
    guard let numbers = request.context.others[show], numbers.kind == .show,
      let snapshot = named ?? numbers.latestNumbers?.from[metric],
      let value = named == nil
        ? numbers.latestNumbers?.values[metric] : numbers.find(snapshot, as: Snapshot.self)?.values[metric]
    else { throw Refusal.notFound }
    // `needs` asks for the previous show only.
    let previous = request.context.others.values.first { $0.kind == .show && $0.log != show }
    let link = Issue.Link(
      show: show, snapshot: snapshot, metric: metric, value: value,
      goal: numbers.find(metric, as: Goal.self)?.value,
      last: previous?.latestNumbers?.values[metric])
    return issue.link == link ? .nothing : Decision(.issueLinked(issue: id, link: link))
  }

  func unlinkIssue(_ request: Request) throws -> Decision {
    var args = try request.arguments()
    let issue = try issue(args.id("issue"), request)
    try args.end()
    return issue.link == nil ? .nothing : Decision(.issueUnlinked(issue: issue.id))
  }
}
