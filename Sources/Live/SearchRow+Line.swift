public import Board
public import Rows

extension SearchRow {
  public init(_ line: SearchLine, in fold: LogFold) {
    self.init(
      record: line.id, kind: line.kind.rawValue, at: fold.time(of: line), expires: line.expires, words: line.words,
      told: line.told)
  }
}
