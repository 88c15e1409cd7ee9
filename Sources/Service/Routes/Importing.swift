import Board
import Identity
import JSON
import Live
import Metrics
import ServiceLoop
import Tables

/// Files the platforms export. Read on Swift's pool, submitted on the loop as commands of the member who brought them.
@ServiceLoop struct Importing {
  /// Bytes of a file.
  static let largest = 20 << 20

  let stage: Stage

  func route(_ router: Router) {
    router.change("/api/import", upTo: Self.largest, if: permit, receive)
  }

  /// Who asks, and for which kind of file; throws where they may not bring it.
  private func permit(_ request: HTTPRequest) async throws -> (visitor: Visitor, file: ImportFile) {
    let visitor = try await stage.visitor(of: request)
    guard let file = request.query["file"].flatMap(ImportFile.init) else { throw Refusal.invalid("file", .invalid) }
    guard LogFold.mayBring(file.op, in: file.log, visitor.actor) else { throw Refusal.forbidden }
    return (visitor, file)
  }

  private func receive(_ request: HTTPRequest) async throws -> HTTPResponse {
    let (visitor, file) = try await permit(request)
    do {
      let report =
        if file == .list {
          try await importList(request.query["channel"], request.body, visitor)
        } else {
          try await importInto(request.query["log"], file, request.body, visitor)
        }
      Journal.write(
        .info, "import.done",
        ["file": file.rawValue, "accepted": "\(report.accepted)", "problems": "\(report.problems.count)"])
      return .json(report.json)
    } catch let fault as TableFault {
      var json = JSONWriter()
      json.object { json in
        json.member("code", fault.rawValue)
        json.member("message", fault.words)
      }
      return .json(json.bytes, status: 422)
    }
  }

  private func importInto(_ log: String?, _ file: ImportFile, _ bytes: [UInt8], _ visitor: Visitor) async throws
    -> ImportReport
  {
    let log = try visitor.log(log, .show)
    let show = try await stage.look(at: log, in: visitor.organisation).fold.showFacts
    let plan = try await Aside.run { () throws(TableFault) in try ImportPlan(file, bytes, show: show) }
    if plan.steps.count > 1 {
      let seen = try await stage.look(at: log, in: visitor.organisation)
      let now = stage.now
      try await Aside.run { () throws(Refusal) in
        try plan.rehearse(on: seen.fold, head: seen.head, by: .server(for: visitor.member), at: now)
      }
    }
    for (index, step) in plan.steps.enumerated() {
      if index > 0 { await rest() }
      try await submit(step.op, step.args, to: log, visitor)
    }
    return plan.report
  }

  /// Finds each row's show by channel, start and title, or adds it, and takes its numbers down.
  private func importList(_ channel: String?, _ bytes: [UInt8], _ visitor: Visitor) async throws -> ImportReport {
    guard let channel, case .channel(let known)? = visitor.directory[RecordKey(.channel, channel)] else {
      throw Refusal.notFound
    }
    if let log = known.log { try visitor.requireFollowing(log) }
    let plan = try await Aside.run { () throws(TableFault) in try ListPlan(bytes) }
    let directory = try await stage.look(at: visitor.organisation, in: visitor.organisation).fold
    let shows = directory.shows(of: channel)
    let matches = await Aside.run { ShowMatching(plan.rows, among: shows).matches }
    for (row, match) in zip(plan.rows, matches) {
      guard let start = row.start?.instant else { continue }
      let show =
        switch match {
        case .known(let log): log
        // Under another title it may be another show: two can be told to be one, one is not parted again.
        case .new, .ask: try await addShow(row, channel: channel, start: start, visitor)
        }
      try await submit("snapshot.import", row.snapshot(source: "list"), to: show, visitor)
    }
    return plan.report
  }

  private func addShow(_ row: ShowRow, channel: String, start: Int64, _ visitor: Visitor) async throws -> Identifier {
    let command = CommandID.fresh(at: stage.now)
    try await submit(
      "show.import", row.listing(in: channel, start: start), to: visitor.organisation, visitor, id: command)
    return command.derived(step: 3)
  }

  private func submit(
    _ op: String, _ args: JSON, to log: Identifier, _ visitor: Visitor, id: Identifier? = nil
  ) async throws {
    let command = Command(id: id ?? CommandID.fresh(at: stage.now), log: log, op: op, args: args)
    _ = try await stage.submit(command, by: .server(for: visitor.member), in: visitor.organisation).get()
  }

  /// Between two steps, until the wheel's next tick: a file of thousands of rows takes a few seconds, and nobody
  /// notices in the rooms with which it shares the loop and the database.
  private func rest() async {
    await withCheckedContinuation { rested in
      stage.loop.schedule(after: .milliseconds(1)) { rested.resume() }
    }
  }
}

extension LogFold {
  var showFacts: ImportPlan.ShowFacts {
    get throws(Refusal) {
      guard case .show(let show)? = self[RecordKey(.show, "show")] else { throw .notFound }
      let products = records(.marker).values.compactMap { record -> (offset: Int, text: String?)? in
        guard case .marker(let marker) = record, marker.kind == .product else { return nil }
        return (marker.offset, marker.text)
      }
      return ImportPlan.ShowFacts(origin: show.origin, products: products, title: show.title)
    }
  }

  /// A channel's shows, the oldest first; none that is hidden.
  func shows(of channel: String) -> [KnownShow<Identifier>] {
    let shows = records(.show).values.compactMap { record -> KnownShow<Identifier>? in
      guard case .listedShow(let show) = record, show.channel == channel, !show.isHidden else { return nil }
      return KnownShow(id: show.log, start: show.startsAt, title: show.title)
    }
    return shows.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }
}

extension TableFault {
  var words: String {
    switch self {
    case .empty: "文件里没有内容"
    case .notText: "不是文本表格：请另存为 CSV"
    case .spreadsheet: "读不出这个工作簿（有密码、已损坏，或早于 Excel 97）：请另存为 .xlsx 或 CSV 再导入"
    case .tooBig: "行或列太多"
    case .unrecognised: "认不出这张表：缺少必要的列"
    case .productList: "这是商品明细，没有整场合计"
    case .severalShows: "文件里有好几场，认不出是哪一场"
    case .otherDay: "文件里的时间不是这一场的"
    }
  }
}
