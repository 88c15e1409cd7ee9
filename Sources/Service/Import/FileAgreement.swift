import Identity
import JSON
import Metrics
import Tables

/// What whoever brings a file says of it, in the line before its bytes: how it is to be read, and, once they have seen
/// the preview, what is to be stored of it.
struct FileAgreement: Sendable {
  var name = ""
  /// Nil: whatever is recognised.
  var kind: ImportFile?
  /// What people decided columns to mean; it overrules what the channel remembers.
  var mapping: [ImportFile: ColumnMapping] = [:]
  /// Of a summary of several shows the one at hand.
  var row: Int?
  /// What is to be stored.
  var kinds: [ImportFile] = []
  /// Of the preview that people saw.
  var state: String?
  var skipsBad = false
  /// A stream that was started by mistake and ended within a minute goes into the real one.
  var mergesFalseStarts = false
  /// Of a list, by row.
  var answers: [Int: Answer] = [:]
  var undated: Undated?
  /// What is of another day than the show is stored all the same.
  var takesOtherDay = false
  var remembers = true

  /// Which show a row of a list is.
  enum Answer: Sendable, Equatable {
    case new, skip
    case log(Identifier)
  }

  /// What becomes of questions of which the file tells no time.
  enum Undated: String, Sendable, CaseIterable {
    /// Asked when the show began.
    case start
    case skip
  }

  /// Bytes of the line.
  static let longest = 64 << 10

  init() {}
}

extension FileAgreement {
  /// - Parameter body: one line of JSON, then the file.
  /// - Returns: what the line says, and the file's bytes.
  static func parted(_ body: [UInt8]) throws -> (agreement: FileAgreement, file: [UInt8]) {
    guard let end = body.prefix(longest + 1).firstIndex(of: UInt8(ascii: "\n")) else {
      throw ArgumentFault(field: "", problem: body.count > longest ? .tooLong(limit: longest) : .missing)
    }
    let agreement = try FileAgreement(JSONReader.parse(Array(body[..<end])))
    return (agreement, Array(body[(end + 1)...]))
  }

  init(_ json: JSON) throws {
    var args = try Arguments(json)
    name = try args.optionalText("name", 0...300) ?? ""
    kind = try args.optionalOneOf("kind")
    mapping = try args.mappings("mapping")
    row = try args.optionalInt("row", 0...Table.maxRows)
    mergesFalseStarts = try args.bool("mergeFalseStarts", default: false)
    kinds = try args.someOf("kinds", 0...ImportFile.allCases.count)
    state = try args.optionalText("state", 1...100)
    skipsBad = try args.bool("skipBad", default: false)
    try args.answers("answers", of: &self)
    remembers = try args.bool("remember", default: true)
    try args.end()
  }
}

extension Arguments {
  fileprivate mutating func mappings(_ field: String) throws -> [ImportFile: ColumnMapping] {
    var mappings: [ImportFile: ColumnMapping] = [:]
    for (name, columns) in try members(field) {
      guard let kind = ImportFile(rawValue: name) else {
        throw ArgumentFault(field: "\(field).\(name)", problem: .unknown)
      }
      guard case .object(let object) = columns else {
        throw ArgumentFault(field: "\(field).\(name)", problem: .wrongType)
      }
      guard object.members.count <= Table.maxColumns else {
        throw ArgumentFault(field: "\(field).\(name)", problem: .tooLong(limit: Table.maxColumns))
      }
      mappings[kind] = try object.members.reduce(into: [:]) { mapping, member in
        mapping[member.key] = try ColumnChoice(member.value)
      }
    }
    return mappings
  }

  fileprivate mutating func answers(_ field: String, of agreement: inout FileAgreement) throws {
    for (name, answer) in try members(field) {
      let path = "\(field).\(name.prefix(20))"
      guard case .string(let word) = answer else { throw ArgumentFault(field: path, problem: .wrongType) }
      if name == "undated" {
        guard let told = FileAgreement.Undated(rawValue: word) else {
          throw ArgumentFault(field: path, problem: .invalid)
        }
        agreement.undated = told
        continue
      }
      if name == "otherDay" {
        guard word == "store" else { throw ArgumentFault(field: path, problem: .invalid) }
        agreement.takesOtherDay = true
        continue
      }
      guard let row = Int(name), (0...Table.maxRows).contains(row) else {
        throw ArgumentFault(field: path, problem: .unknown)
      }
      switch word {
      case "new": agreement.answers[row] = .new
      case "skip": agreement.answers[row] = .skip
      default:
        guard let log = Identifier(word) else { throw ArgumentFault(field: path, problem: .invalid) }
        agreement.answers[row] = .log(log)
      }
    }
  }

  /// Of an object whose names are data.
  private mutating func members(_ field: String) throws(ArgumentFault) -> [(String, JSON)] {
    guard let json = json(field) else { return [] }
    guard case .object(let object) = json else { throw ArgumentFault(field: field, problem: .wrongType) }
    return object.members.map { ($0.key, $0.value) }
  }
}
