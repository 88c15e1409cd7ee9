import Board
import Identity
import JSON
import Live
import Metrics
import ServiceLoop
import Tables

/// Files the platforms export: shown first, then stored as it was agreed. Read on Swift's pool, submitted on the loop as
/// commands of the member who brought them.
@ServiceLoop struct Importing {
  /// Bytes of a file.
  nonisolated static let largest = 20 << 20

  let stage: Stage

  func route(_ router: Router) {
    let body = Self.largest + FileAgreement.longest + 1
    router.change("/api/files/preview", upTo: body, if: permit, preview)
    router.change("/api/files/import", upTo: body, if: permit, store)
    router.change("/api/import", upTo: Self.largest, if: permitOne, storeUnasked)
  }

  // MARK: Who may

  /// Where a file goes, and what may be brought there.
  struct Permit {
    let visitor: Visitor
    let target: Target
    let kinds: [ImportFile]
  }

  enum Target {
    case show(Identifier)
    case channel(Channel)
  }

  /// Throws where they may bring nothing: asked before the body is taken.
  func permit(_ request: HTTPRequest) async throws -> Permit {
    let visitor = try await stage.visitor(of: request)
    let target = try target(request, visitor)
    let kinds = ImportFile.allCases.filter { kind in
      if case .channel = target { kind == .list } else { kind != .list }
    }.filter { LogFold.mayBring($0.op, in: $0.log, visitor.actor) }
    guard !kinds.isEmpty else { throw Refusal.forbidden }
    return Permit(visitor: visitor, target: target, kinds: kinds)
  }

  private func target(_ request: HTTPRequest, _ visitor: Visitor) throws -> Target {
    guard let name = request.query["channel"] else { return .show(try visitor.log(request.query["log"], .show)) }
    guard case .channel(let channel)? = visitor.directory[RecordKey(.channel, name)] else { throw Refusal.notFound }
    if let log = channel.log { try visitor.requireFollowing(log) }
    return .channel(channel)
  }

  /// The same for one kind, which the address names.
  private func permitOne(_ request: HTTPRequest) async throws -> Permit {
    guard let kind = request.query["file"].flatMap(ImportFile.init) else { throw Refusal.invalid("file", .invalid) }
    var request = request
    if kind != .list {
      request.query["channel"] = nil
    } else if request.query["channel"] == nil {
      throw Refusal.notFound
    }
    let permit = try await permit(request)
    guard permit.kinds.contains(kind) else { throw Refusal.forbidden }
    return Permit(visitor: permit.visitor, target: permit.target, kinds: [kind])
  }

  // MARK: What is answered

  private func preview(_ request: HTTPRequest) async throws -> HTTPResponse {
    let permit = try await permit(request)
    return try await told {
      let (agreement, bytes) = try FileAgreement.parted(request.body)
      let preview = try await seen(bytes, agreement, permit).preview
      return .json(await Aside.run { preview.json })
    }
  }

  private func store(_ request: HTTPRequest) async throws -> HTTPResponse {
    let permit = try await permit(request)
    return try await told {
      let (agreement, bytes) = try FileAgreement.parted(request.body)
      let seen = try await seen(bytes, agreement, permit)
      let tally = try await store(seen, agreement, permit)
      write("import.done", tally, seen.preview)
      return .json(tally.json)
    }
  }

  private func storeUnasked(_ request: HTTPRequest) async throws -> HTTPResponse {
    let permit = try await permitOne(request)
    return try await told {
      var agreement = FileAgreement()
      agreement.kind = permit.kinds[0]
      agreement.kinds = permit.kinds
      agreement.skipsBad = true
      agreement.takesOtherDay = true
      agreement.remembers = false
      let seen = try await seen(request.body, agreement, permit)
      try seen.preview.requireNothingAsked()
      agreement.state = await Aside.run { seen.preview.state }
      let tally = try await store(seen, agreement, permit)
      write("import.done", tally, seen.preview)
      let part = seen.preview.reading.parts[0]
      var report = ImportReport(seen.preview.reading, part)
      if case .list(let rows) = part.content { report.accepted = rows.count { !$0.isFalseStart } }
      return .json(report.json)
    }
  }

  /// Nothing of the file: how much it was.
  private func write(_ event: String, _ tally: ImportTally, _ preview: FilePreview) {
    let problems = preview.parts.reduce(0) { $0 + $1.part.problems.count }
    Journal.write(
      .info, event,
      [
        "file": preview.parts.map(\.part.kind.rawValue).joined(separator: ","), "new": "\(tally.new)",
        "problems": "\(problems)",
      ])
  }

  private func told(_ body: () async throws -> HTTPResponse) async throws -> HTTPResponse {
    do {
      return try await body()
    } catch let fault as TableFault {
      return .fault(fault.rawValue, fault.words, status: 422)
    } catch let fault as ImportFault {
      return .fault(fault.rawValue, fault.words, status: fault.status)
    }
  }
}

extension HTTPResponse {
  fileprivate static func fault(_ code: String, _ words: String, status: Int) -> HTTPResponse {
    var json = JSONWriter()
    json.object { json in
      json.member("code", code)
      json.member("message", words)
    }
    return .json(json.bytes, status: status)
  }
}
