import Identity
import JSON

/// A message that is no JSON, cut into frames all the same. One of them may hold half a character or a number of twenty
/// digits. The other frames are served, and whoever waits for an answer to that one gets it.
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
    /// What the member says, as often as it may be there, if that is one text.
    func text(_ name: String) -> String? {
      let texts = members.filter { $0.name == name }.map { self.text(of: frame[$0.value]) }
      return texts.allSatisfy { $0 == texts[0] } ? texts.first ?? nil : nil
    }
    switch text("t") {
    case "sub"?, "unsub"?:
      guard let log = text("log"), Identifier(log) != nil else { return .unreadable(field: "log") }
      return .subscription(log: log, field: field)
    case "hello"?, "here"?, "ping"?: return .unreadable(field: field)
    default:
      guard let id = text("id"), Identifier(id) != nil else { return .unreadable(field: field) }
      return .command(id: id, log: text("log").flatMap { Identifier($0) }, field: field)
    }
  }

  private static func text(of value: ArraySlice<UInt8>) -> String? {
    (try? JSONReader.parse(Array(value)))?.string
  }

  private static func read(_ frame: [UInt8]) -> Result<JSON, JSONFault> {
    do throws(JSONFault) {
      return .success(try JSONReader.parse(frame, depth: JSONReader.defaultDepth - 1))
    } catch {
      return .failure(error)
    }
  }

  /// Tells strings from brackets, and reads nothing else of JSON.
  private struct Scan {
    private static let quote = UInt8(ascii: "\"")

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
        guard let name = scan.value(), object[name].first == Self.quote, scan.take(":"), let value = scan.value() else {
          return nil
        }
        members.append((FrameCut.text(of: object[name]) ?? "", start..<value.upperBound, value))
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
        case Self.quote: guard skipString() else { return nil }
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
        case Self.quote:
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
