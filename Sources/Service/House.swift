import Foundation

/// Where the files live that the server reads at run time: `web/` and `sql/`, as they stand in the checkout
/// or in an installed copy.
public struct House: Sendable {
  public let root: String
  public var web: String { root + "/web" }
  public var migrations: String { root + "/sql/migrations" }
  public var statements: String { root + "/sql/statements" }
  public var demo: String { root + "/deploy/demo" }

  /// The directory named, else the nearest one above the executable that has both folders.
  public init(named path: String?) throws(ServiceFault) {
    if let path {
      guard House.isHouse(path) else { throw ServiceFault(.noHouse, "\(path) holds no web/ and sql/") }
      root = path
      return
    }
    var directory = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    while directory.path != "/" {
      if House.isHouse(directory.path) {
        root = directory.path
        return
      }
      directory.deleteLastPathComponent()
    }
    throw ServiceFault(.noHouse, "no folder above the executable holds web/ and sql/: name it with --home")
  }

  private static func isHouse(_ path: String) -> Bool {
    ["/web/index.html", "/sql/migrations", "/sql/statements"].allSatisfy {
      FileManager.default.fileExists(atPath: path + $0)
    }
  }
}
