import Board

/// Markdown to paste into a team's documents: cover, index by role, what is in force by stage, trials apart.
extension PlaybookBook {
  func markdown(_ words: PlaybookWords) -> String {
    let inForce = entries.filter { $0.status == .inForce }
    let trials = entries.filter { $0.status == .trial }
    var lines = [
      "# \(words("打法手册", "Playbook")) · \(plain(team))", "",
      words(
        "生成于 \(PlaybookWords.day(generatedAt)) · 第 \(revision) 版 · 生效 \(inForce.count) 条 · 试行 \(trials.count) 条",
        "Generated \(PlaybookWords.day(generatedAt)) · revision \(revision) · \(inForce.count) in force · "
          + "\(trials.count) on trial"), "",
      "## \(words("按岗位索引", "Index by role"))", "",
    ]
    for role in Role.allCases {
      let own = (inForce + trials).filter { $0.roles.contains(role) }
      guard !own.isEmpty else { continue }
      lines.append(
        "- **\(plain(words.role(role)))**: " + own.map { "#\($0.no) \(plain($0.title))" }.joined(separator: "; "))
    }
    lines += [""] + sections(inForce, words, heading: "##")
    if !trials.isEmpty {
      lines += ["## \(words("试行中", "On trial"))", ""] + sections(trials, words, heading: "###")
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func sections(_ entries: [Entry], _ words: PlaybookWords, heading: String) -> [String] {
    var lines: [String] = []
    for stage in Entry.Stage.allCases.map(Optional.some) + [nil] {
      let staged = entries.filter { $0.stage == stage }
      guard !staged.isEmpty else { continue }
      lines += ["\(heading) \(words.stage(stage))", ""]
      for entry in staged { lines += section(entry, words, heading: heading + "#") }
    }
    return lines
  }

  private func section(_ entry: Entry, _ words: PlaybookWords, heading: String) -> [String] {
    var lines = [
      "\(heading) #\(entry.no) \(plain(entry.title))", "",
      [words.kind(entry.kind), plain(words.roles(entry.roles)), words.status(entry.status), "v\(entry.version)"]
        .joined(separator: " · "), "",
    ]
    if let trigger = entry.trigger { lines += ["**\(words("何时用", "When"))**: \(plain(trigger))", ""] }
    lines += entry.text.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) + "  " }
    lines.append("")
    var grounds = entry.evidence.map { item in
      let show = item.show.flatMap { shows[$0] }
      return "- \(words("依据", "Evidence")): \(plain(words.evidence(item, show: show)))"
    }
    if let verified = entry.verified {
      let show = verified.show.flatMap { shows[$0] }
      grounds.append("- \(words("验证", "Verified")): \(plain(words.verification(verified, show: show)))")
    }
    if let origin = entry.origin { grounds.append("- \(words("来自", "From")): \(plain(origin.roomTitle))") }
    if !grounds.isEmpty { lines += grounds + [""] }
    return lines
  }

  /// What a user wrote, escaped, so that Markdown shows it as text.
  private func plain(_ text: String) -> String {
    var escaped = ""
    for (index, character) in text.enumerated() {
      let startsLine = index == 0 && "#>-+=".contains(character)
      if startsLine || "\\`*_[]<|~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
