import ArgumentParser
import Service

struct Invite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a one-time link with which a lead joins: for the first of them, or one who lost every device.")

  @OptionGroup var location: Location

  @Option(help: "Address of the page, as the lead will open it.")
  var address = "http://127.0.0.1:8080"

  @Option(help: "The organisation's id (default: the only one there is).")
  var organisation: String?

  func run() throws {
    print(try Operations.leadLink(try location.options(), organisation: organisation, address: address))
  }
}
