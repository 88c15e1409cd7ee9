import JSON

/// What a run showed.
struct LoadOutcome {
  let load: LoadOptions
  let seconds: Double
  let commands: Double
  let deliveries: Double
  let bytes: Double
  /// Milliseconds from send to the last member.
  let p50: Double
  let p90: Double
  let p99: Double
  let worst: Double
  /// Microseconds of CPU.
  let serverPerDelivery: Double?
  let databasePerCommand: Double?
  let serverPerCommand: Double?
  let ownShare: Double
  let bytesPerConnection: Int?
  let missing: Int
  private let tally: LoadTally

  init(
    load: LoadOptions, tally: LoadTally, rooms: [LoadRoom], from start: Int64, to end: Int64,
    cost: ProcessWatch.Reading,
    watch: ProcessWatch, bytesPerConnection: Int
  ) {
    let span = Double(end - start) / 1_000_000_000
    let arrived = rooms.map { $0.latencies(from: start, to: end) }
    let sorted = arrived.flatMap(\.whole).sorted()
    func percentile(_ share: Double) -> Double {
      sorted.isEmpty ? 0 : Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) / 1_000_000
    }
    self.load = load
    self.tally = tally
    seconds = span
    commands = Double(tally.acks) / span
    deliveries = Double(tally.deliveries) / span
    bytes = Double(tally.bytes) / span
    p50 = percentile(0.5)
    p90 = percentile(0.9)
    p99 = percentile(0.99)
    worst = percentile(1)
    let delivered = max(1, Double(tally.deliveries))
    let acknowledged = max(1, Double(tally.acks))
    serverPerDelivery = watch.server.map { _ in cost.server / delivered * 1_000_000 }
    serverPerCommand = watch.server.map { _ in cost.server / acknowledged * 1_000_000 }
    databasePerCommand = watch.database.map { _ in cost.database / acknowledged * 1_000_000 }
    ownShare = cost.own / span
    self.bytesPerConnection = watch.server.map { _ in bytesPerConnection }
    missing = max(0, arrived.reduce(0) { $0 + $1.missing } - tally.skippedBySnapshot)
  }

  /// Nothing missing, doubled or out of order, nobody cut off.
  var isFaultless: Bool {
    missing == 0 && tally.doubled == 0 && tally.reordered == 0 && tally.gaps == 0 && tally.closes.isEmpty
  }

  var text: String {
    var lines = [
      "\(load.rooms) × \(load.members) members, \(load.senders) senders a room, "
        + (load.rate > 0 ? "\(load.rate) commands/s asked" : "window \(load.window)") + ", \(load.idle) idle",
      "commands/s      \(rounded(commands, 0))",
      "deliveries/s    \(rounded(deliveries, 0))   (\(rounded(bytes / 1_000_000, 1)) MB/s)",
      "last member     p50 \(rounded(p50, 2)) ms · p90 \(rounded(p90, 2)) ms · p99 \(rounded(p99, 2)) ms"
        + " · worst \(rounded(worst, 2)) ms",
    ]
    if let serverPerDelivery, let serverPerCommand {
      lines.append(
        "server CPU      \(rounded(serverPerDelivery, 2)) µs/delivery · \(rounded(serverPerCommand, 1)) µs/command")
    }
    if let databasePerCommand { lines.append("PostgreSQL CPU  \(rounded(databasePerCommand, 1)) µs/command") }
    if let bytesPerConnection { lines.append("RSS/connection  \(bytesPerConnection) bytes") }
    lines.append("missing \(missing) · doubled \(tally.doubled) · reordered \(tally.reordered) · gaps \(tally.gaps)")
    lines.append("snapshots \(tally.snapshots) · refused \(list(tally.refusals)) · closed \(list(tally.closes))")
    lines.append("generator CPU   \(rounded(ownShare * 100, 0)) %")
    return lines.joined(separator: "\n")
  }

  var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.object("load") { load in
      load.member("rooms", self.load.rooms)
      load.member("members", self.load.members)
      load.member("senders", self.load.senders)
      load.member("idle", self.load.idle)
      load.member("rate", self.load.rate)
      load.member("window", self.load.window)
      load.member("seconds", seconds)
    }
    json.member("commandsPerSecond", commands)
    json.member("deliveriesPerSecond", deliveries)
    json.member("bytesPerSecond", bytes)
    json.object("milliseconds") { latency in
      latency.member("p50", p50)
      latency.member("p90", p90)
      latency.member("p99", p99)
      latency.member("worst", worst)
    }
    json.member("serverMicrosecondsPerDelivery", serverPerDelivery)
    json.member("serverMicrosecondsPerCommand", serverPerCommand)
    json.member("databaseMicrosecondsPerCommand", databasePerCommand)
    json.member("bytesPerConnection", bytesPerConnection)
    json.member("generatorShare", ownShare)
    json.member("missing", missing)
    json.member("doubled", tally.doubled)
    json.member("reordered", tally.reordered)
    json.member("gaps", tally.gaps)
    json.member("snapshots", tally.snapshots)
    json.object("refused") { write(tally.refusals, into: &$0) }
    json.object("closed") { write(tally.closes, into: &$0) }
    json.endObject()
    return json.text
  }

  private func write(
    _ counts: [some CustomStringConvertible & Hashable & Comparable: Int], into json: inout JSONWriter
  ) {
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) {
      json.key(named: code.description)
      json.int(count)
    }
  }

  private func list(_ counts: [some CustomStringConvertible & Hashable & Comparable: Int]) -> String {
    counts.isEmpty ? "0" : counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }

  private func rounded(_ value: Double, _ digits: Int) -> String {
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10.0 : 100.0
    let shown = (value * scale).rounded() / scale
    return digits == 0 ? String(Int(shown)) : String(shown)
  }
}
