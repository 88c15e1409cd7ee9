import ArgumentParser

@main struct Aftershow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aftershow",
    abstract: "复盘台: live review rooms for livestream-commerce teams.",
    subcommands: [Serve.self, Migrate.self, Export.self, Invite.self],
    defaultSubcommand: Serve.self)
}
