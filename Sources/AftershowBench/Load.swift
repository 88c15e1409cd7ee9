import ArgumentParser

struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "R rooms × M members, S senders a room, in an open or a closed loop (unless another command is named).")

  @OptionGroup var load: LoadOptions
  @OptionGroup var processes: ProcessOptions

  @Argument(help: "A lead's or an invited lead's link, as the server printed it.")
  var link: String

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  func validate() throws { try load.check() }

  func run() throws {
    let team = try Team(link: link, load: load, quiet: json)
    let run = try Run(team: team, load: load, watch: ProcessWatch(processes))
    let outcome = try run.measure()
    print(json ? outcome.json : outcome.text)
    if !outcome.isFaultless { throw ExitCode(1) }
  }
}
