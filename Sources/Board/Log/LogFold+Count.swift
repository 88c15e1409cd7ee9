extension LogFold {
  /// How many records there are.
  public var count: Int { RecordKind.allCases.reduce(0) { $0 + shelves.count($1) } }
}
