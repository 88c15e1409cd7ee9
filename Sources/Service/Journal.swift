import Foundation
public import ServiceLoop

/// The structured log: one line an occurrence on standard error, `time level event name=value …`.
/// Values are ours (ids, counts, codes), never what users wrote.
public enum Journal {
  public static func write(_ line: LogLine) {
    var text = "\(Date.now.ISO8601Format(.iso8601(timeZone: .gmt, includingFractionalSeconds: true))) "
    text += "\(line.level.rawValue) \(line.event)"
    for field in line.fields { text += " \(field.name)=\(quoted(field.value))" }
    // The reader may have gone, as a terminal does. The server goes on without a log then.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  public static func write(
    _ level: LogLine.Level, _ event: String, _ fields: KeyValuePairs<String, String> = [:]
  ) {
    write(LogLine(level, event, fields.map { (name: $0.key, value: $0.value) }))
  }

  /// A value on one line whatever it holds, so that no value can forge a line of its own.
  private static func quoted(_ value: String) -> String {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3D && $0 != 0x7F }
    if isPlain { return value }
    let escaped = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
