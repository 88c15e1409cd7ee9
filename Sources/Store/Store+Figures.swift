public import Identity
internal import Postgres
public import Rows

/// The figures beside the logs of shows.
extension Store {
  /// Of these shows; those that are not there are left out.
  public func figures(of shows: [Identifier], edition: Int, then: @escaping Answer<[ShowFigures]>) {
    ask(.figures, [.ids(shows), .bigint(Int64(edition))], then: then) { rows in
      rows.map { row in
        ShowFigures(show: row.id(0), isOfEdition: row.boolean(1), figures: row.json(2), snapshots: row.json(3))
      }
    }
  }

  /// Shows without figures of that edition, at most 100 of those behind `last` in the order of their ids.
  public func showsWithoutFigures(
    of edition: Int, after last: Identifier?, then: @escaping Answer<[(log: Identifier, organisation: Identifier)]>
  ) {
    ask(.figuresDue, [.bigint(Int64(edition)), .id(last)], then: then) { rows in
      rows.map { (log: $0.id(0), organisation: $0.id(1)) }
    }
  }

  /// Written without an event, if the log still stands there. Answers whether it did.
  public func keep(figures: [UInt8], of edition: Int, at standing: Standing, then: @escaping Answer<Bool>) {
    let tag = Int64(bitPattern: standing.tag)
    ask(
      together: [
        (.markFigures, [.id(standing.log), .bigint(standing.head), .bigint(tag), .bigint(Int64(edition))]),
        (.keepFigures, [.ids([standing.log]), .bigints([tag]), .jsons([figures])]),
      ], then: then
    ) { $0[0].affected > 0 }
  }
}
