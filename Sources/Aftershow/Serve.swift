import ArgumentParser
import Service

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run a node until it is told to stop.")

  @OptionGroup var location: Location

  @Option(help: "Address to listen on. Beyond this machine use TLS, or a proxy that does.")
  var bind = "127.0.0.1"

  @Option(help: "Port to listen on; 0 takes a free one.")
  var port = 8080

  @Option(help: "Certificate chain, PEM.")
  var tlsCert: String?

  @Option(help: "Its private key, PEM.")
  var tlsKey: String?

  @Option(name: .customLong("origin"), help: "A further origin pages may come from, as browsers send it. Repeatable.")
  var origins: [String] = []

  @Option(name: .customLong("proxy"), help: "Address of a proxy whose X-Forwarded-* headers are believed. Repeatable.")
  var proxies: [String] = []

  @Option(help: "Commands a second, for each connection and each member.")
  var rate = 20

  @Option(help: "Commands at once, for each connection and each member.")
  var burst = 60

  @Option(help: "A file with further settings, a line each (origin, proxy, rate, burst); read again at SIGHUP.")
  var settings: String?

  @Option(help: "Name of the organisation founded on first start.")
  var organisation = "我的团队"

  @Flag(help: "Wait for a database that cannot be reached yet, instead of giving up.")
  var wait = false

  @Flag(help: "Fill a fresh database with a show, its review and a playbook.")
  var demo = false

  func validate() throws {
    guard (tlsCert == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-cert and --tls-key belong together")
    }
    guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
    _ = try given()
  }

  /// The settings of the command line, by the rules of the settings file.
  private func given() throws -> Settings {
    var settings = Settings()
    let lines =
      origins.map { ("origin", $0) } + proxies.map { ("proxy", $0) } + [("rate", "\(rate)"), ("burst", "\(burst)")]
    for (name, value) in lines where !settings.take(name, value) {
      throw ValidationError("--\(name) \(value) is not understood")
    }
    return settings
  }

  func run() throws {
    var options = try location.options()
    options.bind = bind
    options.port = port
    options.certificate = tlsCert
    options.key = tlsKey
    options.settings = try given()
    options.settingsFile = settings
    options.organisation = organisation
    options.demo = demo
    options.waits = wait
    try Server.run(options)
  }
}
