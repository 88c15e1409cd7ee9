import Foundation
import Glibc
import Postgres
import StoreTesting
import Synchronization
import Testing

@testable import Store

/// What a cluster told.
private final class Told: Sendable {
  private let events = Mutex<[PrivateCluster.Event]>([])
  func add(_ event: PrivateCluster.Event) { events.withLock { $0.append(event) } }
  var all: [PrivateCluster.Event] { events.withLock { $0 } }
}

@Suite(.serialized) struct `The private cluster` {
  @Test func `it is made, stopped and found again with what it held`() throws {
    let directory = temporaryDataDirectory()
    let first = try PrivateCluster.start(in: directory)
    try BlockingConnection(first.address, name: "test").run("create table kept as select 7 as value")
    #expect(
      try look(first.address, "select 1 from pg_settings where name = 'data_checksums' and setting = 'on'").count == 1)
    let pid = first.pid
    first.stop()
    first.stop()
    #expect(kill(pid, 0) != 0)
    let second = try PrivateCluster.start(in: directory)
    defer { second.stop() }
    #expect(try look(second.address, "select value from kept")[0].integer(0) == 7)
  }

  @Test func `nothing listens on the network, and nobody else enters its directory`() throws {
    let directory = temporaryDataDirectory()
    let cluster = try PrivateCluster.start(in: directory)
    defer { cluster.stop() }
    for (name, value) in ["listen_addresses": "", "fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"] {
      #expect(try look(cluster.address, "show \(name)")[0].text(0) == value)
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: directory + "/postgres")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func `one left behind is adopted, with its sessions`() throws {
    let directory = temporaryDataDirectory()
    let first = try PrivateCluster.start(in: directory)
    let session = try BlockingConnection(first.address, name: "test")
    let pid = first.pid
    first.abandon()
    let told = Told()
    let second = try PrivateCluster.start(in: directory, onEvent: told.add)
    #expect(told.all == [.adopted(pid: pid)])
    #expect(try session.query("select 1").count == 1)
    second.stop()
    #expect(kill(pid, 0) != 0)
  }

  @Test func `one that dies is started again`() async throws {
    let directory = temporaryDataDirectory()
    let told = Told()
    let cluster = try PrivateCluster.start(in: directory, onEvent: told.add)
    defer { cluster.stop() }
    let pid = cluster.pid
    kill(pid, SIGKILL)
    while cluster.pid == pid || cluster.address.ping() != .accepting { try await Task.sleep(for: .milliseconds(10)) }
    #expect(told.all.contains(.died(pid: pid)))
    #expect(try look(cluster.address, "select 1").count == 1)
  }

  @Test func `both killed, the next start recovers`() throws {
    let directory = temporaryDataDirectory()
    let first = try PrivateCluster.start(in: directory)
    try BlockingConnection(first.address, name: "test").run("create table kept as select 7 as value")
    first.abandon()
    kill(first.pid, SIGKILL)
    let second = try PrivateCluster.start(in: directory)
    defer { second.stop() }
    #expect(try look(second.address, "select value from kept")[0].integer(0) == 7)
  }

  @Test func `a second server on the directory is refused, a visitor is not`() throws {
    let directory = temporaryDataDirectory()
    let cluster = try PrivateCluster.start(in: directory)
    defer { cluster.stop() }
    #expect(throws: ClusterFault.inUse(directory: directory + "/postgres")) { try PrivateCluster.start(in: directory) }
    let visitor = try PrivateCluster.start(in: directory, visiting: true)
    #expect(visitor.pid == cluster.pid)
    visitor.stop()
    #expect(try look(cluster.address, "select 1").count == 1)
  }

  @Test func `one that stands still is left in the end, and goes when it can`() throws {
    let directory = temporaryDataDirectory()
    let told = Told()
    let cluster = try PrivateCluster.start(in: directory, onEvent: told.add)
    let pid = cluster.pid
    kill(pid, SIGSTOP)
    cluster.stop()
    #expect(told.all.suffix(2) == [.hurried(pid: pid), .left(pid: pid)])
    kill(pid, SIGCONT)
    while ChildProcess.isAlive(pid) { usleep(5000) }
    // The lock has been let go of with it.
    let next = try PrivateCluster.start(in: directory)
    next.stop()
  }

  @Test func `a long path gets a short socket`() throws {
    let directory = temporaryDataDirectory() + "/" + String(repeating: "long", count: 30)
    let cluster = try PrivateCluster.start(in: directory)
    defer { cluster.stop() }
    #expect(try look(cluster.address, "select 1").count == 1)
  }

  @Test func `an interrupted first start leaves nothing in the way`() throws {
    let directory = temporaryDataDirectory()
    let place = try ClusterDirectory(in: directory)
    try place.prepare()
    try FileManager.default.createDirectory(atPath: place.path + "/data.new/base", withIntermediateDirectories: true)
    let cluster = try PrivateCluster.start(in: directory)
    cluster.stop()
  }

  @Test func `what a statement got wrong is not in the log`() throws {
    let directory = temporaryDataDirectory()
    let cluster = try PrivateCluster.start(in: directory)
    let connection = try BlockingConnection(cluster.address, name: "test")
    #expect(throws: PostgresFault.self) { try connection.query("select $1::text::uuid", [.text("13800138000")]) }
    #expect(throws: PostgresFault.self) { try connection.run("select '13800138000'::jsonb -> nonsense") }
    cluster.stop()
    for name in try FileManager.default.subpathsOfDirectory(atPath: directory + "/postgres/log") {
      let text = try String(contentsOfFile: directory + "/postgres/log/" + name, encoding: .utf8)
      #expect(!text.contains("13800138000"))
    }
  }

  @Test(.enabled(if: geteuid() == 0)) func `as root, a directory that the other user cannot reach is named`() throws {
    let outer = temporaryDataDirectory()
    chmod(outer, 0o700)
    let directory = outer + "/data"
    let fault = #expect(throws: ClusterFault.self) { try PrivateCluster.start(in: directory) }
    #expect(fault == .unreachable(directory: directory + "/postgres", user: "postgres"))
  }

  @Test func `data of a version that is not installed is named`() throws {
    let directory = temporaryDataDirectory()
    let place = try ClusterDirectory(in: directory)
    try place.prepare()
    try FileManager.default.createDirectory(atPath: place.data, withIntermediateDirectories: false)
    try "9.4\n".write(toFile: place.data + "/PG_VERSION", atomically: true, encoding: .utf8)
    #expect(throws: ClusterFault.noServer(version: "9.4")) { try PrivateCluster.start(in: directory) }
  }
}
