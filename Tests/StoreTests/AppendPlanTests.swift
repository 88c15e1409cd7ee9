import Postgres
import StoreTesting
import Testing

@testable import Store

/// How PostgreSQL goes about an append, in a session such as a writer's.
@Suite struct `The plan of an append` {
  private static let values =
    "array[]::uuid[], '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'"

  private func plan(_ name: StatementName, _ connection: BlockingConnection) throws -> String {
    try connection.query("explain execute \(name.rawValue) (\(Self.values))").map { $0.text(0) }.joined(separator: "\n")
  }

  private func writer(_ address: DatabaseAddress) throws -> BlockingConnection {
    let connection = try BlockingConnection(address, name: "test")
    for (name, value) in Writer.settings { try connection.run("set \(name) = '\(value)'") }
    let statements = try TemporaryCluster.catalogue()
    for name in [StatementName.append, .appendCarefully] {
      try connection.run("prepare \(name.rawValue) as \(statements[name].text)")
    }
    return connection
  }

  /// Logs are locked in the order in which they are found: one by one as given, or along the index of their ids. Either
  /// keeps batches of several nodes from waiting for each other in a circle. A table read as it lies would not.
  @Test(arguments: [0, 1, 50, 20_000]) func `takes the logs in the order of their ids`(logs: Int) throws {
    let address = try TemporaryCluster.shared.database()
    let connection = try writer(address)
    try connection.run(
      """
      insert into log select gen_random_uuid(), gen_random_uuid(), 'room', 0, 0, '{}' from generate_series(1, \(logs));
      insert into event select log_id, seq, 0, gen_random_uuid(), log_id, 0, 'op', '{}'
      from (select * from log limit 100) as few, generate_series(1, 20) as seq;
      """)
    for _ in 0..<2 {
      let plan = try plan(.append, connection)
      let lines = plan.split(separator: "\n").map { $0.drop { " ->".contains($0) } }
      let update = try #require(lines.firstIndex { $0.hasPrefix("Update on log") })
      let driver = try #require(lines[update...].first { $0.contains("Scan") })
      #expect(driver.hasPrefix("Function Scan on batch") || driver.hasPrefix("Index Scan using log_pkey on log"))
      #expect(!plan.contains("Seq Scan"))
      let careful = try self.plan(.appendCarefully, connection)
      #expect(!careful.contains("Seq Scan"))
      try connection.run("analyze")
    }
  }
}
