import Board

/// Markdown to paste into a team's documents: cover, index by role, what is in force by stage, trials apart, and last
/// what is retired, each marked, so that it is known for what not to do any more and taken for nothing else.
extension PlaybookBook {
  func markdown(_ words: PlaybookWords) -> String {
    let inForce = entries.filter { $0.status == .inForce }
    let trials = entries.filter { $0.status == .trial }
    let retired = entries.filter { $0.status == .retired }
    let time = PlaybookWords.time(generatedAt)
    var lines = [
      "# \(words("打法手册", "Playbook")) · \(MarkdownText.line(team))", "",
      words(
        "生成于 \(time)（\(PlaybookWords.zone)） · 第 \(revision) 版 · 生效 \(inForce.count) 条 · 试行 \(trials.count) 条 · "
          + "废止 \(retired.count) 条",
        "Generated \(time) (\(PlaybookWords.zone)) · revision \(revision) · \(inForce.count) in force · "
          + "\(trials.count) on trial · \(retired.count) retired"), "",
      "## \(words("按岗位索引", "Index by role"))", "",
    ]
    for role in Role.allCases {
      let own = (inForce + trials).filter { $0.roles.contains(role) }
      guard !own.isEmpty else { continue }
      lines.append(
        "- **\(MarkdownText.line(words.role(role)))**: "
          + own.map { "#\($0.no) \(MarkdownText.line($0.title))" }.joined(separator: "; "))
    }
    lines += [""] + sections(inForce, words, heading: "##")
    if !trials.isEmpty {
      lines += ["## \(words("试行中", "On trial"))", ""] + sections(trials, words, heading: "###")
    }
    if !retired.isEmpty {
      lines += ["## \(words("已废止", "Retired"))", ""] + sections(retired, words, heading: "###")
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
    // In the heading too, which may be all that is copied.
    let mark = entry.status == .retired ? words("（已废止）", " (retired)") : ""
    var lines = [
      "\(heading) #\(entry.no) \(MarkdownText.line(entry.title))\(mark)", "",
      [
        words.kind(entry.kind), MarkdownText.line(words.roles(entry.roles)), words.status(entry.status),
        "v\(entry.version)",
      ]
      .joined(separator: " · "), "",
    ]
    if let trigger = entry.trigger { lines += ["**\(words("何时用", "When"))**: \(MarkdownText.line(trigger))", ""] }
    lines += MarkdownText.lines(entry.text) + [""]
    var grounds = entry.evidence.map { item in
      let show = item.show.flatMap { shows[$0] }
      return "- \(words("依据", "Evidence")): \(MarkdownText.line(words.evidence(item, show: show)))"
    }
    if let verified = entry.verified {
      let show = verified.show.flatMap { shows[$0] }
      grounds.append("- \(words("验证", "Verified")): \(MarkdownText.line(words.verification(verified, show: show)))")
    }
    if let origin = entry.origin { grounds.append("- \(words("来自", "From")): \(MarkdownText.line(origin.roomTitle))") }
    if !grounds.isEmpty { lines += grounds + [""] }
    return lines
  }
}
