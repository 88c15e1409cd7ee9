import ArgumentParser
import Service

struct OrganisationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation", abstract: "The organisations of one database.", subcommands: [Add.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Found another organisation, and print its id and a one-time link for its first lead.")

    @OptionGroup var location: Location

    @Argument(help: "Its name, 1 to 40 characters.")
    var name: String

    @Option(help: "Address of the page, as the lead will open it.")
    var address = "http://127.0.0.1:8080"

    func run() throws {
      print(try Operations.addOrganisation(try location.options(), name: name, address: address))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print each organisation's id and name.")

    @OptionGroup var location: Location

    func run() throws { print(try Operations.organisations(try location.options())) }
  }
}
