import ArgumentParser
import Service

struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring the database's schema up to date, and exit.")

  @OptionGroup var location: Location

  func run() throws {
    let applied = try Operations.migrate(try location.options())
    print(applied.isEmpty ? "The schema is up to date." : "Applied \(applied.joined(separator: ", ")).")
  }
}
