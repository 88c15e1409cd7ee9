import Board
import Glibc
import Identity
import Live
import Postgres
import ServiceLoop
import Store

/// One node, from its database to its listening port. The only place where the parts meet.
public enum Server {
  /// Runs until SIGTERM or SIGINT; blocks the caller. Everything it started is stopped when it returns.
  public static func run(_ options: ServerOptions) throws {
    let settings = try options.settings.adding(file: options.settingsFile)
    let stop = StopRequest.listening()
    // Until there are files to be read again: it must not end a server and leave its database behind.
    EventLoop.onSignal([SIGHUP]) { _ in }
    Journal.write(.info, "server.starting", ["version": Version.current, "node": options.node])
    let database = try Database.open(options)
    defer { database.close() }
    let address = database.address
    let statements = try StatementCatalogue(directory: options.house.statements)
    let installation: Identifier
    do {
      installation = try database.prepare(statements, waiting: options.waits, until: stop)
    } catch  where stop.isMade { return }
    try EventLoop.run(configuration(options, settings)) { loop in
      let store = Store(
        loop: loop, address: address, node: options.node, layout: Fact.newest, statements: statements)
      let stage = Stage(loop: loop, store: store, installation: installation, limits: Limits(settings))
      loop.sockets = stage
      loop.http = router(loop, stage)
      EventLoop.onSignal([SIGHUP]) { _ in readAgain(options, loop, stage) }
      stage.start()
      stop.meet { stage.stop() }
      ServiceLoop.begin { await FirstStart(stage: stage, options: options).perform() }
    }
  }

  /// What may have changed in files. What cannot be used changes nothing.
  @ServiceLoop private static func readAgain(_ options: ServerOptions, _ loop: EventLoop, _ stage: Stage) {
    do {
      let settings = try options.settings.adding(file: options.settingsFile)
      try loop.renewCertificate()
      loop.origins = OriginPolicy(allowed: settings.origins)
      loop.proxies = Set(settings.proxies)
      stage.tell(.limits(rate: settings.rate, burst: settings.burst))
      Journal.write(.info, "settings.read")
    } catch {
      Journal.write(.error, "settings.refused", ["fault": "\(error)"])
    }
  }

  private static func configuration(_ options: ServerOptions, _ settings: Settings) -> ServiceConfiguration {
    var mounts = [StaticMount(prefix: "/", directory: options.house.web, leavesOutComments: true)]
    for vendor in VendorFiles.all { mounts.append(StaticMount(prefix: vendor.prefix, directory: vendor.directory)) }
    var configuration = ServiceConfiguration(
      bind: options.bind, port: options.port, mounts: mounts, allowedOrigins: settings.origins, log: Journal.write)
    if let certificate = options.certificate, let key = options.key {
      configuration.tls = .init(certificate: certificate, key: key)
    } else if !options.bind.hasPrefix("127.") && options.bind != "::1" {
      Journal.write(.warning, "plain.http", ["bind": options.bind, "advice": "use TLS or a proxy that does"])
    }
    configuration.socketPath = "/live"
    configuration.proxies = Set(settings.proxies)
    configuration.limits.message = Limits().message
    return configuration
  }

  @ServiceLoop private static func router(_ loop: EventLoop, _ stage: Stage) -> Router {
    let router = Router(files: loop.files, body: loop.configuration.limits.body)
    router.recognising = { [weak stage] request, decide in stage?.recognise(request, decide) ?? decide(false) }
    Health(stage: stage).route(router)
    People(stage: stage).route(router)
    Returning(stage: stage).route(router)
    Reading(stage: stage).route(router)
    Histories(stage: stage).route(router)
    Figures(stage: stage).route(router)
    Agreed(stage: stage).route(router)
    Listing(stage: stage).route(router)
    Searching(stage: stage).route(router)
    Discussing(stage: stage).route(router)
    Alikes(stage: stage).route(router)
    Importing(stage: stage).route(router)
    Exporting(stage: stage).route(router)
    Reporting(stage: stage).route(router)
    LookingBack(stage: stage).route(router)
    Pages(files: loop.files).route(router)
    return router
  }
}

extension Limits {
  fileprivate init(_ settings: Settings) {
    self.init()
    rate = settings.rate
    burst = settings.burst
  }
}
