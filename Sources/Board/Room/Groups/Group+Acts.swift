import Identity
import JSON

// Issues are put together and taken apart, by anyone who sees them.
extension Group {
  static let acts = [make, add, remove, rename, dissolve, restore]
  /// While the votes they cost can still be cast anew.
  private static let stacking: [Phase] = .through(.collect, .vote)
  static let most = 30
  private static let title = Argument.text("title", 1...40)

  static let make = Act(
    "group.make", in: .room, zh: "合并卡片", en: "Group cards", by: [.everyone], during: stacking,
    .records("issues", .issue, 2...most), .optional(title), example: ["title": "开场节奏"],
    note: "after the turning; `grouped` where one of them is in a group",
    undo: { _, event in
      guard case .room(.groupMade(let group))? = event.facts.first else { return nil }
      return Opposite("group.dissolve", ["group": .string(group.id)])
    }
  ) { fold, request, ids, title in
    let issues = try fold.groupable(ids, request)
    guard issues.count > 1 else { throw Refusal.invalid("issues", .tooShort, limit: 2) }
    if let grouped = issues.compactMap({ fold.group(holding: $0) }).first {
      throw Refusal(.grouped, .group(grouped.id))
    }
    try fold.checkRoom(for: .group, limit: Bounds.issues)
    try fold.checkRoom(for: .gone, limit: Bounds.gone)
    return Decision(
      .room(
        .groupMade(
          group: Group(
            id: request.newID(), title: title ?? "", issues: issues, by: request.actor.member, votes: nil, left: []))))
  }

  static let add = Act(
    "group.add", in: .room, zh: "并入一组", en: "Add to group", by: [.everyone], during: stacking,
    .record("group", .group), .records("issues", .issue, 1...most),
    note: "what is in another group leaves it; a group of one is none",
    undo: { before, event in
      guard case .room(.groupTook(let id, let issues))? = event.facts.first else { return nil }
      let ids = Set(issues.compactMap { before.group(holding: $0)?.id })
      let others = ids.compactMap { before.find($0, as: Group.self) }
      if others.isEmpty { return Opposite("group.remove", named(id, issues)) }
      let all = others[0].issues
      // Of several groups, or of a part of one and something else, no one command brings all back.
      guard others.count == 1, issues.allSatisfy(all.contains) else { return nil }
      return all.count - issues.count < 2
        ? Opposite("group.restore", ["group": .string(others[0].id)])
        : Opposite("group.add", named(others[0].id, issues))
    }
  ) { fold, request, id, ids in
    let group = try fold.group(id, request)
    let issues = try fold.groupable(ids, request).filter { !group.issues.contains($0) }
    guard group.issues.count + issues.count <= most else { throw Refusal(.full, .limit(most)) }
    return issues.isEmpty ? .nothing : Decision(.room(.groupTook(group: group.id, issues: issues)))
  }

  static let remove = Act(
    "group.remove", in: .room, zh: "移出一组", en: "Take out of group", by: [.everyone], during: stacking,
    .record("group", .group), .records("issues", .issue, 1...most),
    note: "a group of one is none",
    undo: { before, event in
      guard case .room(.groupLost(let id, let issues))? = event.facts.first, let group = before.find(id, as: Group.self)
      else { return nil }
      return group.issues.count - issues.count < 2
        ? Opposite("group.restore", ["group": .string(id)]) : Opposite("group.add", named(id, issues))
    }
  ) { fold, request, id, ids in
    let group = try fold.group(id, request)
    let issues = try fold.groupable(ids, request).filter(group.issues.contains)
    return issues.isEmpty ? .nothing : Decision(.room(.groupLost(group: group.id, issues: issues)))
  }

  static let rename = Act(
    "group.rename", in: .room, zh: "命名一组", en: "Name group", by: [.everyone], during: .through(.collect, .solve),
    .record("group", .group), .edited(title), example: ["title": "开场节奏"],
    undo: { before, event in
      guard case .room(.groupRenamed(let id, _))? = event.facts.first, let group = before.find(id, as: Group.self)
      else { return nil }
      return Opposite("group.rename", ["group": .string(id), "title": .string(group.title)])
    }
  ) { fold, request, id, title in
    let group = try fold.group(id, request)
    let renamed = title.applied(to: group.title) ?? ""
    if group.title == renamed { return .nothing }
    if let on = request.command.on, let named = group.named, named > on { throw request.overtaken(by: group) }
    return Decision(.room(.groupRenamed(group: group.id, naming: Naming(title: renamed))))
  }

  static let dissolve = Act(
    "group.dissolve", in: .room, zh: "拆开一组", en: "Take group apart", by: [.everyone], during: stacking,
    .record("group", .group),
    undo: { _, event in
      guard case .room(.groupDissolved(let id))? = event.facts.first else { return nil }
      return Opposite("group.restore", ["group": .string(id)])
    }
  ) { fold, request, id in
    Decision(.room(.groupDissolved(group: try fold.group(id, request).id)))
  }

  /// What takes back that a group was dissolved, or fell apart. Its issues come back out of the groups they are in now.
  static let restore = Act(
    "group.restore", in: .room, zh: "恢复一组", en: "Restore group", by: [.everyone], during: stacking,
    .record("group", .group), note: "one that was dissolved or fell apart; without the votes it had",
    undo: { _, event in
      guard case .room(.groupRestored(let id, _))? = event.facts.first else { return nil }
      return Opposite("group.dissolve", ["group": .string(id)])
    }
  ) { fold, request, id in
    try request.checkTurned()
    if fold.find(id, as: Group.self) != nil { return .nothing }
    guard case .group(let group)? = fold.find(id, as: Gone.self) else { throw Refusal.notFound }
    let issues = group.issues.filter { fold.find($0, as: Issue.self) != nil }
    guard issues.count > 1 else { throw Refusal.notFound }
    return Decision(.room(.groupRestored(group: group.id, issues: issues)))
  }

  private static func named(_ id: String, _ issues: [String]) -> JSON {
    ["group": .string(id), "issues": .array(issues.map(JSON.string))]
  }
}

extension LogFold {
  /// The group an issue is in.
  func group(holding issue: String) -> Group? { all(Group.self).first { $0.issues.contains(issue) } }

  fileprivate func group(_ id: String, _ request: Request) throws(Refusal) -> Group {
    try request.checkTurned()
    guard let group = find(id, as: Group.self) else { throw .notFound }
    return group
  }

  /// Issues that everyone sees, each once, in order.
  fileprivate func groupable(_ ids: [String], _ request: Request) throws(Refusal) -> [String] {
    try request.checkTurned()
    for id in ids { _ = try visibleIssue(id, request) }
    return Set(ids).sorted()
  }
}

extension Request {
  /// Before the turning there is nothing to put together.
  fileprivate func checkTurned() throws(Refusal) {
    guard room.revealed else { throw Refusal(.phase, .phase(room.phase)) }
  }
}
