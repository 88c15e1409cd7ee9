internal import FoundationEssentials

/// One numbered file of `sql/migrations`. Never changed once it has been released: databases remember its text.
struct Migration: Sendable, Equatable {
  let number: Int64
  /// `0001-logs.sql`
  let name: String
  let text: String

  /// Those of a directory, in order: 1, 2, 3 … without a gap.
  static func all(in directory: String) throws(MigrationFault) -> [Migration] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw .noMigrations(directory)
    }
    var migrations: [Migration] = []
    for name in names.filter({ $0.hasSuffix(".sql") }).sorted() {
      guard let number = Int64(name.prefix(4)), number == Int64(migrations.count + 1),
        let text = try? String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
      else { throw .misnumbered(name) }
      migrations.append(Migration(number: number, name: name, text: text))
    }
    guard !migrations.isEmpty else { throw .noMigrations(directory) }
    return migrations
  }
}
