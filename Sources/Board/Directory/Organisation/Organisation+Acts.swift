import JSON

// What is done with the organisation.
extension Organisation {
  static let acts: [Act] = [found, rename, label]
  private static let called = Argument.text("name", 1...40)

  static let found = Act(
    "organisation.found", in: .directory, by: [.server], called, .optional(.text("zone", 1...64), or: "Asia/Shanghai"),
    example: ["name": "新名"]
  ) { fold, _, name, zone in
    fold.organisation == nil ? Decision(.directory(.organisationFounded(name: name, zone: zone))) : .nothing
  }

  static let rename = Act(
    "organisation.rename", in: .directory, zh: "改团队名", en: "Team name", by: [.lead], called, example: ["name": "新名"],
    undo: { before, _ in before.organisation.map { Opposite("organisation.rename", ["name": .string($0.name)]) } }
  ) { fold, _, name in
    fold.organisation?.name == name ? .nothing : Decision(.directory(.organisationRenamed(name: name)))
  }

  /// An empty label gives the role its own name back.
  static let label = Act(
    "organisation.label", in: .directory, zh: "改岗位叫法", en: "Role name", by: [.lead], .word("role", Role.self),
    .text("label", 0...12),
    example: ["role": "host", "label": "当家"], note: "an empty label: by its own name again",
    undo: { before, event in
      guard case .directory(.roleLabelled(let role, _))? = event.facts.first else { return nil }
      return Opposite(
        "organisation.label", ["role": .word(role), "label": .clearing(before.organisation?.labels[role.rawValue])])
    }
  ) { fold, _, role, label in
    fold.organisation?.labels[role.rawValue] ?? "" == label
      ? .nothing : Decision(.directory(.roleLabelled(role: role, label: label)))
  }
}
