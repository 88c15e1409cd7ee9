/// One table of several in a file.
public struct Sheet: Sendable {
  public let name: String
  public let table: Table

  public init(name: String, table: Table) {
    self.name = name
    self.table = table
  }
}
