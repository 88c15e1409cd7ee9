import JSON

// How a team keeps its own templates.
extension Template {
  static let acts: [Act] = [save, remove, restore]

  static let save = Act(
    "template.save", in: .channel, zh: "存模板", en: "Save template", by: .leadOrOperations,
    .text("name", 1...20), .list("kinds", 1...Issue.Kind.own.count, of: column), .hintsOfTemplate,
    example: ["name": "两栏", "kinds": [["name": "做得好", "sense": "experience"], ["name": "要改", "sense": "mistake"]]],
    undo: { _, event in
      guard case .channel(.templateSaved(let template))? = event.facts.first else { return nil }
      return Opposite("template.remove", ["template": .string(template.id)])
    }
  ) { fold, request, name, kinds, hints in
    try fold.checkRoom(for: .template, limit: Bounds.templates)
    let keyed = zip(Issue.Kind.own, kinds).map { key, kind in
      Kind(key: key, name: kind.name, hint: kind.hint, sense: kind.sense)
    }
    guard Set(keyed.map(\.name)).count == keyed.count else { throw Refusal.invalid("kinds", .invalid) }
    return Decision(
      .channel(.templateSaved(template: Template(id: request.newID(), name: name, kinds: keyed, hints: hints))))
  }

  static let remove = Act(
    "template.remove", in: .channel, zh: "删模板", en: "Remove template", by: .leadOrOperations,
    .record("template", .template), example: [:], note: "rooms that go by it keep it",
    undo: { _, event in
      guard case .channel(.templateRemoved(let id))? = event.facts.first else { return nil }
      return Opposite("template.restore", ["template": .string(id)])
    }
  ) { fold, _, id in
    guard let template = fold.find(id, as: Template.self) else { throw Refusal.notFound }
    return template.isRemoved ? .nothing : Decision(.channel(.templateRemoved(template: id)))
  }

  static let restore = Act(
    "template.restore", in: .channel, zh: "恢复模板", en: "Bring template back", by: .leadOrOperations,
    .record("template", .template), example: [:],
    undo: { _, event in
      guard case .channel(.templateRestored(let id))? = event.facts.first else { return nil }
      return Opposite("template.remove", ["template": .string(id)])
    }
  ) { fold, _, id in
    guard let template = fold.find(id, as: Template.self) else { throw Refusal.notFound }
    return template.isRemoved ? Decision(.channel(.templateRestored(template: id))) : .nothing
  }

  private static let column = Argument<(name: String, hint: String?, sense: Sense)>.group(
    .text("name", 1...12), .optional(.text("hint", 1...60)), .word("sense", Sense.self)
  ) { (name: $0, hint: $1, sense: $2) }
}

extension LogFold {
  /// A template of this channel that is still offered.
  func template(_ id: String) -> Template? {
    find(id, as: Template.self).flatMap { $0.isRemoved ? nil : $0 }
  }
}
