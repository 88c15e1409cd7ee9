import Glibc

/// CPU time and memory of the processes under test, from /proc.
struct ProcessWatch {
  let server: Int32?
  let database: Int32?

  init(_ processes: ProcessOptions) { (server, database) = (processes.pid, processes.pgPid) }

  struct Reading {
    var server = 0.0
    var database = 0.0
    var own = 0.0
    /// Bytes resident in the server.
    var memory = 0

    static func - (later: Reading, earlier: Reading) -> Reading {
      Reading(
        server: later.server - earlier.server, database: later.database - earlier.database,
        own: later.own - earlier.own,
        memory: later.memory - earlier.memory)
    }
  }

  /// Seconds of CPU so far.
  func read() -> Reading {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return Reading(
      server: server.map(precise) ?? 0,
      database: database.map { cpu($0) + children(of: $0).reduce(0) { $0 + cpu($1) } } ?? 0,
      own: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      memory: server.map(resident) ?? 0)
  }

  /// Sockets and files open in the server.
  var descriptors: Int { server.map { entries("/proc/\($0)/fd").count } ?? 0 }

  /// By the scheduler's own clock, in nanoseconds: one join is far below a tick. Threads that have ended are not in it; the
  /// server's last as long as it does.
  private func precise(_ process: Int32) -> Double {
    entries("/proc/\(process)/task").reduce(0) { sum, thread in
      let time = text("/proc/\(process)/task/\(thread)/schedstat").split(separator: " ").first
      return sum + (time.flatMap { Double($0) } ?? 0) / 1_000_000_000
    }
  }

  private func cpu(_ process: Int32) -> Double {
    let fields = statistics(process)
    guard fields.count > 14 else { return 0 }
    // Counted from the field after the name: 11 and 12 are time in user and kernel mode, 13 and 14 of ended children.
    return fields[11...14].reduce(0) { $0 + (Double($1) ?? 0) } / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func children(of process: Int32) -> [Int32] {
    text("/proc/\(process)/task/\(process)/children").split(separator: " ").compactMap { Int32($0) }
  }

  private func resident(_ process: Int32) -> Int {
    let pages = text("/proc/\(process)/statm").split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The fields after the name, which may itself hold spaces.
  private func statistics(_ process: Int32) -> [Substring] {
    let line = text("/proc/\(process)/stat")
    guard let end = line.lastIndex(of: ")") else { return [] }
    return line[line.index(after: end)...].split(separator: " ")
  }

  private func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private func text(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}
