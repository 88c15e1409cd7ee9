import ArgumentParser
import Service

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write an organisation's playbook to standard output.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, csv }
  enum Language: String, ExpressibleByArgument, CaseIterable { case zh, en }

  @OptionGroup var location: Location

  @Option(help: "markdown or csv.")
  var format = Format.markdown

  @Option(help: "zh or en.")
  var language = Language.zh

  @Option(help: "The organisation's id (default: the only one there is).")
  var organisation: String?

  func run() throws {
    let text = try Operations.exportPlaybook(
      try location.options(), organisation: organisation,
      format: format == .csv ? .csv : .markdown, language: language == .en ? .en : .zh)
    print(text, terminator: "")
  }
}
