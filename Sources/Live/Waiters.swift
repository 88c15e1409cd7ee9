import Board
import DequeModule
import Identity

/// Who waits at a log outside its line, and what for.
enum Waiter {
  /// What must be so for their turn to come.
  enum Reason {
    /// The database has told whether a command took effect long ago.
    case search
    /// Nothing is speculated.
    case settling
    /// Nothing is speculated and nothing is being read, so the newest state is here. A log that was being loaded is
    /// here.
    case sight
  }

  /// A request that would be refused, or change nothing, as far as is known here.
  case seeker(Submission)
  /// Another log, whose next command reads this one.
  case needer(Identifier)
  /// A newcomer, who is let in by what is committed.
  case greeting(ConnectionID)
  /// A follower that has seen a newer head than this node.
  case joiner(Following)
  /// Who asks for the newest settled state.
  case looker(Ticket)
  /// What cannot be judged before the directory is here: a request, and a look at another log.
  case request(Submission)
  case look(Ticket, log: Identifier)

  var reason: Reason {
    switch self {
    case .seeker: .search
    case .needer: .settling
    case .greeting, .joiner, .looker, .request, .look: .sight
    }
  }
}

/// Who waits at a log: commands in line, to be decided one after the other, and all others in the order they came.
struct Waiters {
  var line: Deque<Submission> = []
  private var others: [Waiter] = []
  private var seekers = 0

  var isEmpty: Bool { line.isEmpty && others.isEmpty }
  /// Whether anyone waits for the settled state: they go first.
  var wantRest: Bool { others.count > seekers }

  mutating func add(_ waiter: Waiter) {
    if waiter.reason == .search { seekers += 1 }
    others.append(waiter)
  }

  /// Each needer is called once.
  mutating func add(needer: Identifier) {
    let isKnown = others.contains { if case .needer(needer) = $0 { true } else { false } }
    if !isKnown { add(.needer(needer)) }
  }

  /// Takes out those who wait for that, in the order they came.
  mutating func take(_ reason: Waiter.Reason) -> [Waiter] {
    guard !others.isEmpty else { return [] }
    let taken = others.filter { $0.reason == reason }
    if !taken.isEmpty { others.removeAll { $0.reason == reason } }
    if reason == .search { seekers = 0 }
    return taken
  }

  /// Takes out the requests that were looked for under these commands.
  mutating func take(found commands: [Identifier]) -> [Submission] {
    var taken: [Submission] = []
    var left: [Waiter] = []
    for waiter in others {
      if case .seeker(let request) = waiter, commands.contains(request.command.id) {
        taken.append(request)
      } else {
        left.append(waiter)
      }
    }
    others = left
    seekers -= taken.count
    return taken
  }

  /// Takes out everyone but the line.
  mutating func takeAll() -> [Waiter] {
    defer { (others, seekers) = ([], 0) }
    return others
  }

  /// The log is loaded anew: what the database said of the former one need not be true of this one.
  func forgetAbsences() {
    for request in line { request.absentUpTo = nil }
    for case .seeker(let request) in others { request.absentUpTo = nil }
  }

  mutating func remove(_ following: Following) {
    guard !others.isEmpty else { return }
    others.removeAll { if case .joiner(let joiner) = $0 { joiner === following } else { false } }
  }
}
