import ArgumentParser

/// Drives a running server over real WebSockets and says what a delivery costs.
@main struct AftershowBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aftershow-bench",
    abstract: "Measure a running server: R rooms × M members, S senders a room, in an open or a closed loop.",
    discussion: """
      Start the server with --rate and --burst high enough for the load, and give this command a one-time lead link \
      of it (`aftershow invite` prints one). It makes members, a show and rooms of its own there.
      """)

  @OptionGroup var load: LoadOptions
  @OptionGroup var processes: ProcessOptions

  @Argument(help: "A lead's or an invited lead's link, as the server printed it.")
  var link: String

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws { try load.check() }

  func run() throws {
    let team = try Team(link: link, load: load, quiet: json)
    let watch = ProcessWatch(server: processes.pid, database: processes.pgPid)
    let run = try Run(team: team, load: load, watch: watch)
    let outcome = try run.measure()
    print(json ? outcome.json : outcome.text)
    if !outcome.isFaultless { throw ExitCode(1) }
  }
}
