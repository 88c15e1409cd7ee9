import ArgumentParser
import Foundation
import Service

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Show what a file would store, without a database. Storing is done on the page, where somebody agrees to it.")

  @Flag(help: "Print what was read: each column, its first cells, and what cannot be read.")
  var dryRun = false

  @Argument(help: "A CSV, TSV or workbook, as a platform exports it.")
  var file: String

  @Option(help: "\(DryRun.kinds.joined(separator: ", ")) (default: whatever is recognised, but for list).")
  var kind: String?

  @Option(help: "When the show begins, in China's time: \"2026-03-12 19:58\". Decides which of several rows is meant.")
  var start: String?

  @Option(help: "The show's title.")
  var title: String?

  func validate() throws {
    guard dryRun else {
      throw ValidationError(
        "A file is stored on the page: open the show, or the channel for a list of shows, and bring it there. You are shown "
          + "what would be stored, and agree to it. With --dry-run the same is printed here.")
    }
    if title != nil, start == nil { throw ValidationError("A title goes with --start.") }
  }

  func run() throws {
    print(try DryRun(path: file, kind: kind, start: start, title: title).text, terminator: "")
  }
}
