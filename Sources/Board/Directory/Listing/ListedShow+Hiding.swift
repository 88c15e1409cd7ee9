import Identity
import JSON

// A show that should not be there is hidden, not destroyed: it leaves the lobby, lists and comparisons, and is listed under
// what was removed. Its log, and the rooms that review it, stay.
extension ListedShow {
  /// Whoever hides a show that was gone on with says its title: by a slip of the finger it is not done.
  static let hide = Act(
    "show.hide", in: .directory, zh: "移除场次", en: "Remove show", by: .leadOrOperations, .log("show", .show),
    .optional(.text("title", 1...60)), example: ["title": "羊绒专场"],
    note: "its title, where it has a room or questions: without it `unconfirmed`; hidden, not destroyed",
    needs: { args, directory in
      guard let show = args["show"]?.string.flatMap({ Identifier($0) }), directory().knows(log: show) == .show else {
        return []
      }
      return [show]
    },
    undo: { _, event in event.hiddenShow.map { Opposite("show.unhide", ["show": .string($0.description)]) } }
  ) { fold, request, id, title in
    let show = try fold.listedShow(id)
    if show.isHidden { return .nothing }
    // One whose log is not here (it was never founded) holds nothing.
    let questions = request.context.others[id]?.shelves.tally.questions ?? 0
    let rooms = fold.rooms(of: id)
    if questions + rooms > 0, title != show.title {
      throw Refusal(.unconfirmed, .holding(questions: questions, rooms: rooms))
    }
    return fold.hiding(show, true, request)
  }

  static let unhide = Act(
    "show.unhide", in: .directory, zh: "恢复场次", en: "Bring show back", by: .leadOrOperations, .log("show", .show),
    undo: { before, event in
      event.hiddenShow.flatMap { before.find($0.description, as: ListedShow.self) }.map {
        Opposite("show.hide", ["show": .string($0.id), "title": .string($0.title)])
      }
    }
  ) { fold, request, id in
    let show = try fold.listedShow(id)
    return show.isHidden ? fold.hiding(show, false, request) : .nothing
  }

  /// Told by the show's log, whose event `at` it was, when the list that made it is taken back, or brought back. One that a
  /// room reviews stays, and one that a person removed stays removed. Whatever order these come in, the newest stays.
  static let settle = Act(
    "show.settle", in: .directory, by: [.server], .log("show", .show), .flag("hidden"), .number("at", 1...Int.max),
    example: ["hidden": true, "at": 1], note: "when the list that made it is taken back, or brought back"
  ) { fold, request, id, isHidden, at in
    let show = try fold.listedShow(id)
    guard show.settledAt < at else { return .nothing }
    let hides = show.isHiddenByHand || isHidden && fold.rooms(of: id) == 0
    return fold.hiding(show, hides, at: Int64(at), request)
  }
}

extension Event {
  fileprivate var hiddenShow: Identifier? {
    switch facts.first {
    case .directory(.showHidden(let show, _)), .directory(.showUnhidden(let show, _)): show
    default: nil
    }
  }
}

extension LogFold {
  fileprivate func listedShow(_ id: Identifier) throws(Refusal) -> ListedShow {
    guard let show = find(id.description, as: ListedShow.self) else { throw .notFound }
    return show
  }

  /// How many review it.
  fileprivate func rooms(of show: Identifier) -> Int { all(ListedRoom.self).count { $0.shows.contains(show) } }

  fileprivate func hiding(_ show: ListedShow, _ isHidden: Bool, at: Int64? = nil, _ request: Request) -> Decision {
    var hidden = show
    hidden.isHidden = isHidden
    return Decision(
      facts: [.directory(isHidden ? .showHidden(show: show.log, at: at) : .showUnhidden(show: show.log, at: at))],
      pending: [request.listing([hidden], in: channelLog(show.channel), step: 4)])
  }
}
