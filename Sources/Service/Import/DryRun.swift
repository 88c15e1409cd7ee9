import Board
import Foundation
import Metrics
import Tables

/// What `aftershow import --dry-run` prints: the same preview as the page's, of a file alone, with no database to compare
/// it with.
public struct DryRun: Sendable {
  public static let kinds = ImportFile.allCases.map(\.rawValue)

  private let name: String
  private let reading: FileReading

  /// - Parameter kind: one of ``kinds``; nil for whatever a show's file is recognised as.
  /// - Parameter start: when the show begins, in China's time, as people write it.
  public init(path: String, kind: String?, start: String?, title: String?) throws {
    let kinds = try kind.map { [try Self.kind($0)] } ?? ImportFile.allCases.filter { $0 != .list }
    let show = try start.map { PlannedShow(start: try Self.moment($0), title: title) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ServiceFault(.file, "\(path) cannot be read")
    }
    guard data.count <= Importing.largest else {
      throw ServiceFault(.file, "\(path) is larger than \(Importing.largest >> 20) MB")
    }
    name = URL(filePath: path).lastPathComponent
    do throws(TableFault) {
      reading = try FileReading([UInt8](data), as: kinds, FileAgreement(), show: show, memory: { _, _ in [:] })
    } catch {
      throw ServiceFault(.file, "\(name): \(error.english)")
    }
  }

  private static func kind(_ word: String) throws -> ImportFile {
    guard let kind = ImportFile(rawValue: word) else {
      throw ServiceFault(.file, "There is no kind \(word) of file: \(kinds.joined(separator: ", "))")
    }
    return kind
  }

  private static func moment(_ text: String) throws -> Int64 {
    guard let moment = try? Cell(text).moment(), moment.hasTime else {
      throw ServiceFault(.file, "\(text) is no date with a time of day, such as 2026-03-12 19:58")
    }
    return moment.instant
  }

  /// Whether nothing must be answered before it is stored.
  public var isPlain: Bool { reading.parts.allSatisfy { $0.doubts.isEmpty && !$0.isUnsure && $0.bad.isEmpty } }

  public var text: String {
    var lines = [
      "\(name): \(reading.size) bytes, \(reading.parts.first?.encoding.rawValue ?? ""), digest \(reading.digest)"
    ]
    if let platform = reading.parts.lazy.compactMap(\.platform).first {
      lines.append("platform: \(platform.key) (\(platform.zh))")
    }
    for part in reading.parts { lines += part.printed }
    if !reading.unread.isEmpty {
      lines.append("sheets not read: " + reading.unread.map(\.printed).joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension TableFault {
  var english: String {
    switch self {
    case .empty: "there is nothing in it"
    case .notText: "no table of text: save it as CSV"
    case .spreadsheet: "this workbook cannot be read (damaged, or with a password): save it as .xlsx or CSV"
    case .tooBig: "too many rows or columns"
    case .unrecognised: "no table of a kind that is known: columns are missing"
    case .productList: "products, and no line that adds them up"
    case .severalShows: "several shows, any of which it could be"
    case .otherDay: "nothing of the show's day"
    }
  }
}
