import Board
import Identity
import JSON
import Live
import ServiceLoop
import Store
import Synchronization

/// What the command line does besides serving. Each call blocks its caller, and leaves a running server alone.
public enum Operations {
  public enum Format: Sendable { case markdown, csv }
  public enum Language: Sendable { case zh, en }

  /// Brings the schema up to date; answers the names of the migrations applied.
  public static func migrate(_ options: ServerOptions) throws -> [String] {
    _ = StopRequest.listening()
    let database = try Database.open(options, visiting: true)
    defer { database.close() }
    return try database.migrate()
  }

  /// The playbook as text. Written to the audit table like an export from the page.
  public static func exportPlaybook(
    _ options: ServerOptions, organisation: String?, format: Format, language: Language
  ) throws -> String {
    try onStage(options) { stage in
      let organisation = try await one(organisation, of: stage)
      let directory = try await stage.look(at: organisation, in: organisation).fold
      let playbook = try await stage.look(at: LogFold.playbook(of: organisation), in: organisation)
      let book = PlaybookBook(
        playbook: playbook.fold, head: playbook.head, directory: directory, now: stage.now)
      try await stage.audit(
        "playbook.exported", by: nil, in: organisation,
        ["format": format == .csv ? "csv" : "markdown", "revision": .number(.int(book.revision)), "by": "command line"])
      let bytes = book.written(as: format == .csv ? .csv : .markdown, in: language == .en ? .en : .zh)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A one-time link with which a lead joins.
  public static func leadLink(_ options: ServerOptions, organisation: String?, address: String) throws -> String {
    try onStage(options) { stage in
      let organisation = try await one(organisation, of: stage)
      return "\(address)/join#\(try await stage.leadToken(of: organisation))"
    }
  }

  /// Another organisation beside those there are: a line with its id, and one with a link for its first lead.
  public static func addOrganisation(_ options: ServerOptions, name: String, address: String) throws -> String {
    try onStage(options) { stage in
      let organisation = CommandID.fresh(at: stage.now)
      do {
        try await stage.found(organisation, name: name)
      } catch let refusal as Refusal {
        throw ServiceFault(.noOrganisation, refusal.words)
      }
      return "Organisation: \(organisation)\nLead: \(address)/join#\(try await stage.leadToken(of: organisation))"
    }
  }

  /// The organisations there are, a line each: id and name, the oldest first.
  public static func organisations(_ options: ServerOptions) throws -> String {
    try onStage(options) { stage in
      var lines: [String] = []
      for organisation in try await Store.answer(stage.store.organisations).map(\.organisation) {
        let directory = try await stage.look(at: organisation, in: organisation).fold
        lines.append("\(organisation)  \(directory.organisationName)")
      }
      return lines.joined(separator: "\n")
    }
  }

  @ServiceLoop private static func one(_ named: String?, of stage: Stage) async throws -> Identifier {
    let known = try await Store.answer(stage.store.organisations).map(\.organisation)
    if let named {
      guard let id = Identifier(named), known.contains(id) else {
        throw ServiceFault(.noOrganisation, "no organisation \(named)")
      }
      return id
    }
    guard known.count == 1, let only = known.first else {
      throw ServiceFault(
        .noOrganisation, known.isEmpty ? "the server has never been started" : "name one of: \(known)")
    }
    return only
  }

  /// A node that nobody can connect to, for as long as `act` takes.
  private static func onStage(
    _ options: ServerOptions, _ act: @escaping @Sendable @ServiceLoop (Stage) async throws -> String
  ) throws -> String {
    let stop = StopRequest.listening()
    let database = try Database.open(options, visiting: true)
    defer { database.close() }
    let address = database.address
    let statements = try StatementCatalogue(directory: options.house.statements)
    let installation = try database.prepare(statements)
    let outcome = Mutex<Result<String, any Error>?>(nil)
    try EventLoop.run(ServiceConfiguration(port: 0)) { loop in
      let store = Store(
        loop: loop, address: address, node: options.node, layout: Fact.newest, statements: statements)
      let stage = Stage(loop: loop, store: store, installation: installation, limits: Limits())
      stage.start()
      stop.meet { stage.stop() }
      ServiceLoop.begin {
        await stage.untilAvailable()
        do {
          let text = try await act(stage)
          outcome.withLock { $0 = .success(text) }
        } catch {
          outcome.withLock { $0 = .failure(error) }
        }
        stage.stop()
      }
    }
    guard let result = outcome.withLock({ $0 }) else {
      throw ServiceFault(.noDatabase, "stopped before it was done")
    }
    return try result.get()
  }
}
