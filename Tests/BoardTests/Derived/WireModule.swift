import JSON

@testable import Board

/// `web/core/wire.js`: what the page may know of every command a person can send.
struct WireModule {
  var text: String {
    // An op of two kinds of log is asked for in the same way in both: its first declaration tells it.
    var told: Set<String> = []
    let acts = Act.all.filter { !$0.isServers && told.insert($0.op).inserted }
    return """
      /**
       * What the server's declarations say of every command a person can send. Written by a test run (DerivedFilesTests);
       * nobody edits it. The server judges; this only offers.
       *
       *     ACTS[op]   { log, who, phases?, target?, undo?, fields: { name: kind… } }; phases: absent where all
       *     a kind     text: [least, most], number: [least, most], word: [words], words: [words], record: kind of record,
       *                or a word for itself; optional: true · clear: true (an empty text takes away what was there)
       */
      export const ROLES = \(list(Role.allCases));
      /** Where issues lie on the board: with a role, or with everyone. */
      export const LANES = \(list(Lane.allCases));
      export const PHASES = \(list(Phase.allCases));
      export const STEPS = \(list(Phase.Step.allCases));
      /** The kinds of issue each usual template knows, and which of the three each looks like. */
      export const TEMPLATES = {
      \(Template.usual.map { "  '\($0.id)': { \(kinds($0)) }," }.joined(separator: "\n"))
      };
      export const ENTRY_KINDS = \(list(Entry.Kind.allCases));
      export const STAGES = \(list(Entry.Stage.allCases));

      /** How far off its goal a number may be, in percent, where a channel says nothing of its own. */
      export const USUAL_THRESHOLDS = { near: \(Thresholds.usual.near), far: \(Thresholds.usual.far) };

      /** Who may bring the file of which the server makes a command. */
      export const FILES = {
      \(Act.all.filter { !$0.bringing.isEmpty }.map { "  '\($0.op)': \(list($0.bringing.map(word)))," }.joined(separator: "\n"))
      };

      export const ACTS = {
      \(acts.map { "  '\($0.op)': \(entry($0))," }.joined(separator: "\n"))
      };

      """
  }

  private func kinds(_ template: Template) -> String {
    template.kinds.map { "\($0.key): '\($0.sense)'" }.joined(separator: ", ")
  }

  private func list(_ words: [some RawRepresentable<String>]) -> String { list(words.map(\.rawValue)) }

  private func list(_ words: [String]) -> String { "[" + words.map { "'\($0)'" }.joined(separator: ", ") + "]" }

  private func entry(_ act: Act) -> String {
    var parts = ["log: '\(act.log)'", "who: \(list(act.who.map(word)))"]
    if act.phases.count < Phase.allCases.count { parts.append("phases: \(list(act.phases))") }
    if let target = act.target { parts.append("target: '\(target.name)'") }
    if act.undo != nil { parts.append("undo: true") }
    parts.append("fields: { \(act.fields.map { "\($0.name): \(kind($0))" }.joined(separator: ", ")) }")
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private func word(_ who: Who) -> String {
    if case .role(let role) = who { role.rawValue } else { "\(who)" }
  }

  private func kind(_ field: Field) -> String {
    var parts = [kind(field.kind)]
    if field.isOptional { parts.append("optional: true") }
    if field.canBeCleared { parts.append("clear: true") }
    return "{ \(parts.joined(separator: ", ")) }"
  }

  private func kind(_ kind: Field.Kind) -> String {
    switch kind {
    case .text(let length, let isMultiline):
      "text: [\(length.lowerBound), \(length.upperBound)]" + (isMultiline ? ", lines: true" : "")
    case .texts(let length, let count):
      "texts: [\(length.lowerBound), \(length.upperBound)], count: [\(count.lowerBound), \(count.upperBound)]"
    case .number(let range): "number: [\(range.lowerBound), \(range.upperBound)]"
    case .word(let words): "word: \(list(words))"
    case .words(let words, let count): "words: \(list(words)), count: [\(count.lowerBound), \(count.upperBound)]"
    case .record(let kind): "record: '\(kind)'"
    case .records(let kind, let count): "records: '\(kind)', count: [\(count.lowerBound), \(count.upperBound)]"
    case .log(let kind): "log: '\(kind)'"
    case .logs(let kind, let count): "logs: '\(kind)', count: [\(count.lowerBound), \(count.upperBound)]"
    case .decimal: "decimal: true"
    case .flag: "flag: true"
    case .time: "time: true"
    case .name: "name: true"
    case .member: "member: true"
    case .members(let count): "members: true, count: [\(count.lowerBound), \(count.upperBound)]"
    case .organisation: "organisation: true"
    case .act: "act: true"
    case .metric: "metric: true"
    case .numbers: "numbers: true"
    case .object, .list, .rows: "nested: true"
    }
  }
}
