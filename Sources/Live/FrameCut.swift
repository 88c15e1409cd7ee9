import Identity
import JSON

/// A message that is no JSON, cut into frames all the same: one of them may hold half a character or a number of twenty
/// digits, and the others, and whoever waits for an answer to that one, are not to suffer for it.
enum FrameCut {
  /// The frames of an array, each as its bytes; nil: they cannot be told apart. What is inside them is not looked at.
  static func frames(of message: [UInt8]) -> [[UInt8]]? {
    var scan = Scan(message)
    guard let elements = scan.elements(), scan.isAtEnd else { return nil }
    return elements.isEmpty ? nil : elements.map { Array(message[$0]) }
  }

  /// Who is to be told that a frame is not understood, and of which member.
  static func fault(of frame: [UInt8]) -> FrameFault {
    guard case .failure(let fault) = read(frame), let members = Scan.members(of: frame) else {
      return .unreadable(field: "t")
    }
    let field = members.first { $0.place.contains(fault.offset) }?.name ?? ""
    func text(_ name: String) -> [UInt8]? {
      let named = members.filter { $0.name == name }
      guard named.count == 1, let value = named.first.map({ frame[$0.value] }), value.count >= 2, value.first == quote,
        !value.contains(UInt8(ascii: "\\"))
      else { return nil }
      return Array(value.dropFirst().dropLast())
    }
    func identifier(_ name: String) -> Identifier? { text(name).flatMap { Identifier(utf8: $0.span) } }
    switch text("t").map({ String(decoding: $0, as: UTF8.self) }) {
    case "cmd"?:
      guard let id = identifier("id") else { return .unreadable(field: "id") }
      return .command(id: id, log: identifier("log"), field: field)
    case "sub"?, "unsub"?:
      guard let log = identifier("log") else { return .unreadable(field: "log") }
      return .subscription(log: log.description, field: field)
    default: return .unreadable(field: field)
    }
  }

  private static func read(_ frame: [UInt8]) -> Result<JSON, JSONFault> {
    do throws(JSONFault) {
      return .success(try JSONReader.parse(frame, depth: JSONReader.defaultDepth - 1))
    } catch {
      return .failure(error)
    }
  }

  private static let quote = UInt8(ascii: "\"")

  /// Knows strings from brackets, and nothing else of JSON.
  private struct Scan {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
      mutating get {
        skipSpace()
        return at == bytes.count
      }
    }

    static func members(of object: [UInt8]) -> [(name: String, place: Range<Int>, value: Range<Int>)]? {
      var scan = Scan(object)
      guard scan.take("{") else { return nil }
      var members: [(name: String, place: Range<Int>, value: Range<Int>)] = []
      if scan.take("}") { return members }
      while true {
        scan.skipSpace()
        let start = scan.at
        guard let name = scan.value(), object[name].first == quote, scan.take(":"), let value = scan.value() else {
          return nil
        }
        let text = String(decoding: object[name].dropFirst().dropLast(), as: UTF8.self)
        members.append((text, start..<value.upperBound, value))
        if scan.take("}") { return members }
        guard scan.take(",") else { return nil }
      }
    }

    mutating func elements() -> [Range<Int>]? {
      guard take("[") else { return nil }
      var elements: [Range<Int>] = []
      if take("]") { return elements }
      while true {
        guard let value = value() else { return nil }
        elements.append(value)
        if take("]") { return elements }
        guard take(",") else { return nil }
      }
    }

    /// Up to the comma or the bracket that ends it.
    private mutating func value() -> Range<Int>? {
      skipSpace()
      let start = at
      var depth = 0
      while at < bytes.count {
        switch bytes[at] {
        case quote: guard skipString() else { return nil }
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          depth += 1
          at += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if depth == 0 { return end(of: start) }
          depth -= 1
          at += 1
        case UInt8(ascii: ","), UInt8(ascii: ":"):
          if depth == 0 { return end(of: start) }
          at += 1
        default: at += 1
        }
      }
      return nil
    }

    private func end(of start: Int) -> Range<Int>? {
      var end = at
      while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
      return end > start ? start..<end : nil
    }

    private mutating func skipString() -> Bool {
      at += 1
      while at < bytes.count {
        switch bytes[at] {
        case quote:
          at += 1
          return true
        case UInt8(ascii: "\\"): at += 2
        default: at += 1
        }
      }
      return false
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
      at += 1
      return true
    }

    private mutating func skipSpace() { while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 } }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  }
}
