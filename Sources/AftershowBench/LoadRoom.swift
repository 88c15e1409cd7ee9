/// When each event of a room was asked for, and when it reached how many members.
final class LoadRoom {
  let id: [UInt8]
  let members: Int
  /// The seq before the first event of the run.
  private(set) var base: Int64 = 0
  private var asked: [Int64] = []
  private var arrivals: [Int32] = []
  private var lastArrival: [Int64] = []
  /// New cards so far: a room holds a thousand.
  var posts = 0
  /// What its members are being told.
  var message = SharedMessage()

  init(id: String, members: Int) {
    self.id = Array(id.utf8)
    self.members = members
  }

  /// A member's snapshot: before the run, all end at the same seq.
  func begins(at seq: Int64) { base = max(base, seq) }

  func arrived(_ seq: Int64, _ now: Int64) {
    guard seq > base else { return }
    let index = room(for: seq)
    arrivals[index] += 1
    lastArrival[index] = now
  }

  func acknowledged(_ seq: Int64, asked time: Int64) {
    guard seq > base else { return }
    asked[room(for: seq)] = time
  }

  /// Nanoseconds from send to the last member, of the events asked for in that span; and how many never arrived.
  func latencies(from start: Int64, to end: Int64) -> (whole: [Int64], missing: Int) {
    var whole: [Int64] = []
    var missing = 0
    for index in asked.indices where asked[index] > 0 {
      missing += max(0, members - Int(arrivals[index]))
      if (start..<end).contains(asked[index]), arrivals[index] >= members {
        whole.append(lastArrival[index] - asked[index])
      }
    }
    return (whole, missing)
  }

  private func room(for seq: Int64) -> Int {
    let index = Int(seq - base - 1)
    while asked.count <= index {
      asked.append(0)
      arrivals.append(0)
      lastArrival.append(0)
    }
    return index
  }
}
