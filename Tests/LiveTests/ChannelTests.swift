import Identity
import JSON
import Rows
import Testing

@testable import Board
@testable import Live

@Suite struct `A channel's log in memory` {
  private let bench = Bench().found()

  /// A channel's log, as it is in the database of a build that knew none.
  private func forgotten() -> Identifier {
    _ = bench.openRoom()
    let log = channel
    bench.database.restore(bench.database.logs.filter { $0.key != log })
    return log
  }

  private var channel: Identifier {
    for case .channel(let channel) in bench.truth(bench.organisation).records(.channel).values {
      if let log = channel.log { return log }
    }
    preconditionFailure("no channel")
  }

  @Test func `is followed like any other, and gets what the directory is asked for`() throws {
    _ = bench.openRoom()
    let log = channel
    let connection = bench.join(bench.host, log)
    let records = bench.snapshot(of: log, to: bench.host)
    #expect(records["show"]?.array?.count == 1 && records["room"]?.array?.count == 1)
    bench.say(connection, bench.command(log, "thresholds.set", ["near": 5, "far": 20]).frame)
    #expect(bench.settle().frames(to: connection).contains { $0["code"] == "forbidden" })
    bench.submit("thresholds.set", ["near": 5, "far": 20], as: bench.actor(bench.lead), to: log)
    #expect(bench.snapshot(of: log, to: bench.host)["thresholds"] == [["id": "thresholds", "near": 5, "far": 20]])
  }

  @Test func `gathers what the directory lists when it is loaded, and whoever follows sees it come`() throws {
    let log = forgotten()
    let node = Bench(database: bench.database)
    let connection = node.connect(node.host)
    node.say(connection, node.hello([(log, nil)]))
    let frames = node.settle().frames(to: connection).filter { $0["log"]?.string == log.description }
    #expect(frames.map(\.type).contains("snap"))
    let put = frames.filter { $0.type == "ev" }.flatMap { $0["events"]?.array ?? [] }.compactMap { $0["put"] }
    #expect(put.contains { $0["show"]?.array?.count == 1 && $0["room"]?.array?.count == 1 })
    #expect(bench.database.logs[log]?.rows.map(\.op) == ["channel.gather"])
  }

  @Test func `is gathered once, though two nodes load it at once`() throws {
    let log = forgotten()
    let nodes = [Bench(seed: 2, database: bench.database), Bench(seed: 3, database: bench.database)]
    for node in nodes {
      let connection = node.connect(node.host)
      node.say(connection, node.hello([(log, nil)]))
    }
    // Both have decided before either appends.
    var appends: [(node: Bench, batch: BatchID, appends: [Append])] = []
    for node in nodes {
      var isBusy = true
      while isBusy {
        isBusy = false
        node.receive(.roundEnded)
        for effect in node.take() {
          if case .append(let batch, let asked) = effect {
            appends.append((node, batch, asked))
          } else {
            isBusy = node.play(effect) || isBusy
          }
        }
      }
    }
    #expect(appends.count == 2)
    for (node, batch, asked) in appends {
      node.receive(.appended(batch, asked.map(bench.database.commit)))
      node.settle()
    }
    #expect(bench.database.logs[log]?.rows.count == 1)
    for node in nodes {
      #expect(node.snapshot(of: log, to: node.host)["show"]?.array?.count == 1)
    }
  }

  @Test func `has nothing to gather where it lists everything, and writes nothing`() throws {
    _ = bench.openRoom()
    let log = channel
    let rows = try #require(bench.database.logs[log]?.rows.count)
    let node = Bench(database: bench.database)
    _ = node.join(node.host, log)
    #expect(bench.database.logs[log]?.rows.count == rows)
  }

  /// A node of an older version schedules a show: its event, and no `channel.list`.
  private func scheduleElsewhere(_ title: String) throws {
    guard case .channel(let channel)? = bench.truth(bench.organisation).records(.channel).values.first else { return }
    let directory = bench.standing
    let show = ListedShow(
      log: Identifier(high: 0x0192_0000_0000_7009, low: 9), channel: channel.id, title: title,
      startsAt: bench.time.wall, endsAt: nil, imported: false)
    let row = EventRow(
      seq: directory.head + 1, tag: 99, command: Identifier(high: 0x0192_0000_0000_700a, low: 1), actor: bench.lead,
      at: bench.time.wall, op: "show.schedule", body: Event.encode([.directory(.showScheduled(show: show))]))
    let append = Append(
      log: bench.organisation, organisation: bench.organisation, kind: "directory", head: directory.head,
      tag: directory.tag, events: [row], summary: [])
    #expect(bench.database.commit(append).result == .committed)
    bench.receive(.heads([bench.standing]))
  }

  private func shows(told effects: [Effect], to connection: ConnectionID, of log: Identifier) -> [JSON] {
    effects.frames(to: connection).filter { $0.type == "ev" && $0["log"]?.string == log.description }
      .flatMap { $0["events"]?.array ?? [] }.flatMap { $0["put"]?["show"]?.array ?? [] }
  }

  @Test func `hears at once of what a node of an older version lists, while one is there`() throws {
    _ = bench.openRoom()
    let connection = bench.join(bench.host, channel)
    bench.receive(.layout(1))
    try scheduleElsewhere("旧页新场")
    #expect(shows(told: bench.settle(), to: connection, of: channel).map { $0["title"] } == ["旧页新场"])
  }

  @Test func `looks once more when the last node of an older version has gone`() throws {
    _ = bench.openRoom()
    let connection = bench.join(bench.host, channel)
    try scheduleElsewhere("没听见")
    #expect(shows(told: bench.settle(), to: connection, of: channel).isEmpty)
    bench.receive(.layout(1))
    bench.receive(.layout(Fact.newest))
    #expect(shows(told: bench.settle(), to: connection, of: channel).map { $0["title"] } == ["没听见"])
  }
}

@Suite struct `Joining a large organisation` {
  @Test func `takes at most 200 KB where the lists are read elsewhere, and all of it where a page says nothing`() throws
  {
    let bench = Bench(organisation: Identifier(high: 0xaaaa, low: 1))
    bench.database.put(organisation(of: bench), as: bench.organisation)
    let connection = bench.connect(bench.host, listsElsewhere: true)
    bench.say(connection, bench.hello())
    let effects = bench.settle()
    let snapshots = effects.frames(to: connection).filter { $0.type == "snap" }
    #expect(snapshots.allSatisfy { $0["put"]?["show"] == nil && $0["put"]?["room"] == nil })
    #expect(snapshots.reduce(0) { $0 + ($1["put"]?["member"]?.array?.count ?? 0) } == 2_000)
    #expect(effects.bytes(to: connection) <= 200 * 1024)

    let old = bench.snapshot(of: bench.organisation, to: bench.host)
    #expect(old["show"]?.array?.count == 10_000 && old["channel"]?.array?.count == 100)
  }

  /// 2,000 members, 100 channels, 10,000 shows.
  private func organisation(of bench: Bench) -> FakeDatabase.Log {
    func id(_ kind: UInt64, _ number: Int) -> Identifier {
      Identifier(high: 0x0192_0000_0000_7000 + kind, low: 0x8000_0000_0000_0000 + UInt64(number))
    }
    var facts: [DirectoryFact] = [.organisationFounded(name: "羊绒世家", zone: "Asia/Shanghai")]
    for number in 0..<2_000 {
      facts.append(
        .memberJoined(
          member: number == 0 ? bench.host : id(1, number), name: Self.name(number),
          roles: [Role.allCases[number % 5]], lead: number % 50 == 0, invitation: nil))
    }
    for number in 0..<100 {
      facts.append(.channelAdded(channel: Channel(id: ShortID.make(from: id(2, number)), name: "\(number + 1) 号直播间")))
    }
    for number in 0..<10_000 {
      facts.append(
        .showScheduled(
          show: ListedShow(
            log: id(3, number), channel: ShortID.make(from: id(2, number % 100)), title: "第 \(number) 场 羊绒专场",
            startsAt: 1_773_316_683_000 + Int64(number) * 60_000, endsAt: nil, imported: false)))
    }
    let body = Event.encode(facts.map(Fact.directory))
    let row = EventRow(
      seq: 1, tag: 7, command: id(4, 0), actor: bench.host, at: 1_773_316_683_000, op: "organisation.found", body: body)
    var fold = LogFold(log: bench.organisation, kind: .directory)
    _ = fold.apply(
      Event(
        seq: 1, tag: 7, id: row.command, by: row.actor, at: row.at, op: row.op, facts: facts.map(Fact.directory),
        words: [:]))
    return FakeDatabase.Log(organisation: bench.organisation, kind: .directory, rows: [row], fold: fold)
  }

  /// A name of two characters, each of them once.
  private static func name(_ number: Int) -> String {
    let (first, second) = (
      Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"),
      Array("溪原檬贺卓念安宁静远乐然青禾晴朗舟帆星辰雨雪梅兰竹菊松柏枫桐川岳岚峰云霞月明海涛")
    )
    return "\(first[number % first.count])\(second[number / first.count])"
  }
}
