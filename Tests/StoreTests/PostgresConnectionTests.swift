import Postgres
import ServiceLoop
import StoreTesting
import Testing

@ServiceLoop @Suite struct `A session on the loop` {
  @Test func `each statement answers in order, prepared once`() async throws {
    let connection = try await openConnection(freshDatabase())
    defer { connection.close() }
    let statement = Statement(name: "double", text: "select $1::bigint * 2")
    for number in 1...3 as ClosedRange<Int64> {
      let rows = try await answer { connection.execute(statement, [.bigint(number)], then: $0) }
      #expect(rows[0].integer(0) == number * 2)
    }
    let prepared = Statement(
      name: "prepared", text: "select count(*) from pg_prepared_statements where name = 'double'")
    #expect(try await answer { connection.execute(prepared, then: $0) }[0].integer(0) == 1)
  }

  @Test func `a hundred at once are answered one by one, in order`() async throws {
    let connection = try await openConnection(freshDatabase())
    defer { connection.close() }
    let statement = Statement(name: "echo", text: "select $1::bigint")
    let answers: [Int64] = await until { done in
      var answers: [Int64] = []
      for number in 0..<100 as Range<Int64> {
        connection.execute(statement, [.bigint(number)]) { result in
          if let rows = try? result.get() { answers.append(rows[0].integer(0)) }
          if number == 99 { done(answers) }
        }
      }
    }
    #expect(answers == Array(0..<100))
  }

  @Test func `one that fails does not touch its neighbours`() async throws {
    let connection = try await openConnection(freshDatabase())
    defer { connection.close() }
    let statement = Statement(name: "divide", text: "select 10 / $1::bigint")
    let results: [Result<Int64, PostgresFault>] = await until { done in
      var results: [Result<Int64, PostgresFault>] = []
      for number in [2, 0, 5] as [Int64] {
        connection.execute(statement, [.bigint(number)]) { result in
          results.append(result.map { $0[0].integer(0) })
          if results.count == 3 { done(results) }
        }
      }
    }
    #expect(try results[0].get() == 5)
    #expect(throws: PostgresFault(.init(rawValue: "22012"), severity: "ERROR")) { try results[1].get() }
    #expect(try results[2].get() == 2)
  }

  @Test func `a transaction is all or nothing, and each statement sees those before`() async throws {
    let address = try await freshDatabase(migrated: false)
    let connection = try await openConnection(address)
    defer { connection.close() }
    try BlockingConnection(address, name: "test").run("create table number (value bigint primary key)")
    let insert = Statement(name: "insert", text: "insert into number values ($1::bigint)")
    let total = Statement(name: "total", text: "select sum(value)::bigint from number")
    let rows = try await answer { then in
      connection.transaction([(insert, [.bigint(1)]), (insert, [.bigint(2)]), (total, [])], then: then)
    }
    #expect(rows[2][0].integer(0) == 3)
    await #expect(throws: PostgresFault.self) {
      try await answer { then in
        connection.transaction([(insert, [.bigint(3)]), (insert, [.bigint(1)]), (total, [])], then: then)
      }
    }
    #expect(try count(address, "number") == 2)
  }

  @Test func `a refusal names code and constraint, never a value`() async throws {
    let address = try await freshDatabase(migrated: false)
    let connection = try await openConnection(address)
    defer { connection.close() }
    try BlockingConnection(address, name: "test").run(
      "create table word (value text constraint short check (value < 'c'))")
    let insert = Statement(name: "insert", text: "insert into word values ($1::text)")
    let error = await #expect(throws: PostgresFault.self) {
      try await answer { connection.execute(insert, [.text("secret 13800138000")], then: $0) }
    }
    #expect(error?.code.rawValue == "23514")
    #expect(error?.constraint == "short")
    #expect(error.map { String(describing: $0) } == "23514 (short)")
  }

  @Test func `a statement that could not be prepared says why, and may be tried again`() async throws {
    let address = try await freshDatabase(migrated: false)
    let connection = try await openConnection(address)
    defer { connection.close() }
    let statement = Statement(name: "late", text: "select count(*) from late")
    let error = await #expect(throws: PostgresFault.self) {
      try await answer { connection.execute(statement, then: $0) }
    }
    #expect(error?.code == .undefinedTable)
    try BlockingConnection(address, name: "test").run("create table late ()")
    #expect(try await answer { connection.execute(statement, then: $0) }[0].integer(0) == 0)
  }

  @Test func `values larger than a socket's buffer go out and come back`() async throws {
    let connection = try await openConnection(freshDatabase())
    defer { connection.close() }
    let large = [UInt8](repeating: 0xab, count: 20_000_000)
    let echo = Statement(name: "echo", text: "select $1::bytea, octet_length($1::bytea)")
    let rows = try await answer { connection.execute(echo, [.bytea(large)], then: $0) }
    #expect(rows[0].integer(1) == 20_000_000)
    #expect(rows[0].bytes(0) == large)
  }

  @Test func `notifications arrive while nothing is asked`() async throws {
    let address = try await freshDatabase()
    let connection = try await openConnection(address)
    defer { connection.close() }
    _ = try await answer { connection.execute(Statement(name: "listen", text: "listen news"), then: $0) }
    let news: String = await until { done in
      connection.onNotification = { channel, payload in done("\(channel) \(payload)") }
      do { try BlockingConnection(address, name: "test").run("notify news, '你好'") } catch { done("\(error)") }
    }
    #expect(news == "news 你好")
  }

  @Test func `without a connection an answer comes all the same`() async throws {
    let connection = PostgresConnection(
      loop: try await testLoop(), address: DatabaseAddress(socketDirectory: "/nowhere", user: "x", database: "x"),
      name: "test")
    let fault: PostgresFault = await until { done in
      connection.onStateChanged = { if case .lost(let fault) = $0 { done(fault) } }
      connection.open()
    }
    #expect(fault.code == .unreachable)
    let error = await #expect(throws: PostgresFault.self) {
      try await answer { connection.execute(Statement(name: "one", text: "select 1"), then: $0) }
    }
    #expect(error?.code == .notConnected)
    connection.close()
  }

  @Test func `a session that is ended by the server says so, and comes back`() async throws {
    let address = try await freshDatabase()
    let connection = try await openConnection(address)
    defer { connection.close() }
    let suicide = Statement(name: "suicide", text: "select pg_terminate_backend(pg_backend_pid())")
    let error = await #expect(throws: PostgresFault.self) {
      try await answer { connection.execute(suicide, then: $0) }
    }
    #expect(error?.code == .outcomeUnknown)
    await until { done in
      if connection.isConnected { return done(()) }
      connection.onStateChanged = { if $0 == .connected { done(()) } }
    }
    let one = Statement(name: "one", text: "select 1")
    #expect(try await answer { connection.execute(one, then: $0) }[0].integer(0) == 1)
  }

  @Test func `a warning at the end leaves the outcome unknown`() async throws {
    let connection = try await openConnection(freshDatabase())
    defer { connection.close() }
    // The server warns that there is no transaction to commit: any warning will do.
    let error = await #expect(throws: PostgresFault.self) {
      try await answer { connection.execute(Statement(name: "commit", text: "commit"), then: $0) }
    }
    #expect(error?.code == .outcomeUnknown)
  }

  @Test func `an address is read by libpq's own parser`() throws {
    let url = try DatabaseAddress("postgresql://me:p%40ss@db.example:6432/house?connect_timeout=9&options=-c%20a%3Db")
    #expect(
      url
        == (try DatabaseAddress(
          "user=me password='p@ss' host=db.example port=6432 dbname=house connect_timeout=9 options='-c a=b'")))
    let error = #expect(throws: PostgresFault.self) { try DatabaseAddress("postgresql://me:secret@[") }
    #expect(error.map { "\($0)" }?.contains("secret") == false)
  }
}
