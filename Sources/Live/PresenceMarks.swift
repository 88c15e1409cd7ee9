import Identity
import Rows

/// What is known of the members in a log: each is marked by every connection here, and by every other node that has some.
struct PresenceMarks {
  enum Source: Hashable {
    case connection(ConnectionID)
    case node(String)

    var isHere: Bool { if case .connection = self { true } else { false } }
  }

  private struct Mark {
    var stance: Stance
    /// Since when it says this: of two tabs the one that did something last is where its member is.
    var since: Int64
    var expires: Int64
  }

  /// A member with two tabs has two marks and is told of once.
  private var marks: [Identifier: [Source: Mark]] = [:]
  /// When each was last heard of, for a while after they have gone.
  private(set) var heard: [Identifier: Int64] = [:]
  /// No mark expires before.
  private var soonest: Int64 = .max
  private var changed: Set<Identifier> = []
  private var changedHere: Set<Identifier> = []
  /// How many marks are of somebody who writes without their name.
  private var unnamed = 0

  var isEmpty: Bool { marks.isEmpty && heard.isEmpty && changed.isEmpty && changedHere.isEmpty }

  mutating func mark(
    _ source: Source, _ member: Identifier, _ stance: Stance, at time: Int64, until expires: Int64
  ) {
    let before = marks[member]?[source]
    let since = before?.stance == stance ? before?.since ?? time : time
    marks[member, default: [:]][source] = Mark(stance: stance, since: since, expires: expires)
    unnamed += (stance.isUnnamed ? 1 : 0) - (before?.stance.isUnnamed == true ? 1 : 0)
    hear(member, at: time)
    soonest = min(soonest, expires)
    note(member, source)
  }

  mutating func remove(_ source: Source, _ member: Identifier) {
    guard let mark = marks[member]?.removeValue(forKey: source) else { return }
    if mark.stance.isUnnamed { unnamed -= 1 }
    if marks[member]?.isEmpty == true { marks[member] = nil }
    note(member, source)
  }

  mutating func hear(_ member: Identifier, at time: Int64) { heard[member] = max(heard[member] ?? .min, time) }

  /// Marks that nobody has renewed go; who was last heard of longer than `memory` ago is not known any more.
  mutating func expire(now: Int64, memory: Int64) {
    if marks.isEmpty, !heard.isEmpty { heard = heard.filter { now - $0.value <= memory } }
    guard now >= soonest else { return }
    soonest = .max
    for (member, sources) in marks {
      for (source, mark) in sources {
        if mark.expires <= now { remove(source, member) } else { soonest = min(soonest, mark.expires) }
      }
    }
    heard = heard.filter { marks[$0.key] != nil || now - $0.value <= memory }
  }

  /// Whose mark is new or gone since this was last asked.
  mutating func takeChanged() -> Set<Identifier> {
    defer { changed = [] }
    return changed
  }

  /// The same, of this node's connections alone.
  mutating func takeChangedHere() -> Set<Identifier> {
    defer { changedHere = [] }
    return changedHere
  }

  private mutating func note(_ member: Identifier, _ source: Source) {
    changed.insert(member)
    if source.isHere { changedHere.insert(member) }
  }

  // MARK: Asking

  /// Members with a connection here.
  var membersHere: [Identifier] { marks.filter { $0.value.keys.contains(where: \.isHere) }.map(\.key) }

  /// Who was heard of within that time, at whatever node.
  func present(now: Int64, within memory: Int64) -> Set<Identifier> {
    Set(heard.lazy.filter { now - $0.value <= memory }.map(\.key))
  }

  /// What a member does, by all that is known of them, or by this node's connections alone.
  func stance(_ member: Identifier, hereOnly: Bool = false) -> Stance? {
    var leading: Mark?
    var isUnnamed = false
    for (source, mark) in marks[member] ?? [:] where source.isHere || !hereOnly {
      isUnnamed = isUnnamed || mark.stance.isUnnamed
      let leads = leading.map { ($0.stance.doing, $0.since) < (mark.stance.doing, mark.since) } ?? true
      if leads { leading = mark }
    }
    leading?.stance.isUnnamed = isUnnamed
    return leading?.stance
  }

  /// Where people write under their names, of nobody in particular.
  var lanes: [String] {
    var lanes: Set<String> = []
    for mark in marks.values.lazy.flatMap(\.values) where mark.stance.doing == .writing && !mark.stance.isUnnamed {
      if let lane = mark.stance.lane { lanes.insert(lane) }
    }
    return lanes.sorted()
  }

  /// Whether somebody writes without their name.
  var areUnnamed: Bool { unnamed > 0 }

  /// Whether there are so many that nobody can tell who it is.
  var isCrowd: Bool { marks.count >= Writing.crowd }
}

/// Lanes for which somebody writes under their name, and whether somebody writes without.
struct Writing: Equatable {
  /// Of two people each knows what the other does.
  static let crowd = 3

  var lanes: [String] = []
  var isUnnamed = false
}
