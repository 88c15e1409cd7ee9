import JSON

@testable import Board

/// `Tests/Samples/commands.json`: for tests in other languages, of every command an example and its fields' names.
struct CommandSamples {
  var text: String {
    "[\n"
      + Act.all.map { act in
        let sample: JSON = [
          "op": .string(act.op), "log": .string(act.log.rawValue), "server": .bool(act.isServers), "args": act.example,
          "fields": .array(act.fields.map { .string($0.name) }),
        ]
        return "  " + String(decoding: sample.bytes, as: UTF8.self)
      }.joined(separator: ",\n") + "\n]\n"
  }
}
