/// Which part is what to another: a workbook's sheets, its words, its styles.
final class RelationsReader: PartReader {
  struct Relation {
    /// The last word of its type, which differs between the two standards in what stands before.
    let kind: String
    let target: String
  }

  private(set) var byID: [String: Relation] = [:]
  private let folder: [Substring]

  private static let most = 10_000

  /// - Parameter base: the part whose relations they are.
  init(base: String) { folder = base.split(separator: "/").dropLast() }

  /// Where the relations of a part stand.
  static func path(of part: String) -> String {
    let pieces = part.split(separator: "/")
    return (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
  }

  func first(_ kind: String) -> String? {
    byID.values.lazy.filter { $0.kind == kind }.map(\.target).min()
  }

  func open(_ name: String, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    guard byID.count < Self.most else { throw .tooBig }
    byID[id] = Relation(kind: String(type.split(separator: "/").last ?? ""), target: resolved(target))
  }

  func close(_: String) {}
  func text(_: UnsafeBufferPointer<UInt8>) {}

  private func resolved(_ target: String) -> String {
    var pieces = target.hasPrefix("/") ? [] : folder
    for piece in target.split(separator: "/") {
      switch piece {
      case ".": break
      case "..": _ = pieces.popLast()
      default: pieces.append(piece)
      }
    }
    return pieces.joined(separator: "/")
  }
}
