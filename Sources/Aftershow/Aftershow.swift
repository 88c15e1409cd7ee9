import ArgumentParser
import Service

@main struct Aftershow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aftershow",
    abstract: "复盘台: live review rooms for livestream-commerce teams.",
    version: "aftershow \(Version.current), protocol aftershow.v1",
    subcommands: [Serve.self, Migrate.self, Export.self, ImportCommand.self, Invite.self, OrganisationCommand.self],
    defaultSubcommand: Serve.self)
}
