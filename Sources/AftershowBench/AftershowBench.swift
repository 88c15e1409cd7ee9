import ArgumentParser

/// Drives a running server over real WebSockets and says what a delivery costs.
@main struct AftershowBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aftershow-bench",
    abstract: "Measure a running server: what a delivery costs, and what it is to come in.",
    discussion: """
      Start the server with --rate and --burst high enough for the load, and give this command a one-time lead link \
      of it (`aftershow invite` prints one). It makes members, a show and rooms of its own there.
      """,
    subcommands: [Load.self, Fill.self, Join.self, Crowd.self, Storm.self], defaultSubcommand: Load.self)
}
