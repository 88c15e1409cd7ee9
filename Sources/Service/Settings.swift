import Foundation
import ServiceLoop

/// What may be changed while a node runs: as the command line says, with what the settings file adds. The file is read
/// at start, and again at SIGHUP.
public struct Settings: Sendable, Equatable {
  /// Origins besides the server's own: `https://review.example`.
  public var origins: [String] = []
  /// Proxies whose `X-Forwarded-*` headers are believed.
  public var proxies: [String] = []
  /// Commands a second and at once, for each connection and each member.
  public var rate = 20
  public var burst = 60

  public init() {}

  /// With those of a file, if there is one.
  func adding(file: String?) throws(ServiceFault) -> Settings {
    guard let file else { return self }
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw ServiceFault(.settings, "\(file) cannot be read")
    }
    return try adding(text)
  }

  /// A setting a line, named as on the command line: `rate 40`. Several origins and proxies are several lines; what is
  /// behind a `#` is a remark. A line may end as on Windows: `\r\n` is one character.
  func adding(_ text: String) throws(ServiceFault) -> Settings {
    var settings = self
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      if words.isEmpty { continue }
      guard words.count == 2, settings.take(words[0], words[1]) else {
        throw ServiceFault(.settings, "line \(index + 1) of the settings is not understood")
      }
    }
    return settings
  }

  /// False, and nothing taken, where the value cannot be one of that setting.
  public mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "origin": return OriginPolicy.isWellFormed(origin: value) && add(value, to: \.origins)
    case "proxy": return Network.isAddress(value) && add(value, to: \.proxies)
    case "rate": return set(\.rate, value)
    case "burst": return set(\.burst, value)
    default: return false
    }
  }

  private mutating func add(_ value: String, to setting: WritableKeyPath<Settings, [String]>) -> Bool {
    self[keyPath: setting].append(value)
    return true
  }

  private mutating func set(_ setting: WritableKeyPath<Settings, Int>, _ value: String) -> Bool {
    guard let number = Int(value), (1...1_000_000).contains(number) else { return false }
    self[keyPath: setting] = number
    return true
  }
}
