internal import Postgres
internal import Rows

extension Standing {
  /// The first three columns of a statement that tells where logs stand.
  init(row: Row) { self.init(log: row.id(0), head: row.integer(1), tag: row.tag(2)) }
}
