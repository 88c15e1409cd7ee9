import Identity
import JSON

// How a room that is opened is told of the template it goes by.
extension Argument<Template?> {
  /// Nil where no kinds are told.
  static var template: Argument {
    .group(
      .optional(.name("template")), .optional(.text("templateName", 1...20)),
      .list("kinds", 0...Issue.Kind.own.count, of: .kindOfTemplate), .hintsOfTemplate
    ) { id, name, kinds, hints in
      guard let id, !kinds.isEmpty else { return nil }
      return Template(id: id, name: name, kinds: kinds, hints: hints)
    }
  }
}

extension Argument<Template.Kind> {
  fileprivate static var kindOfTemplate: Argument {
    .group(
      .word("key", Issue.Kind.self), .optional(.text("name", 1...12)), .optional(.text("hint", 1...60)),
      .word("sense", Template.Sense.self)
    ) { Template.Kind(key: $0, name: $1, hint: $2, sense: $3) }
  }
}

extension Template {
  /// The arguments of `room.found` that tell of it.
  func tell(in args: inout JSONObject) {
    args["template"] = .string(id)
    args["templateName"] = name.map(JSON.string)
    args["kinds"] = .array(
      kinds.map { kind in
        var told = JSONObject()
        told["key"] = .word(kind.key)
        told["name"] = kind.name.map(JSON.string)
        told["hint"] = kind.hint.map(JSON.string)
        told["sense"] = .word(kind.sense)
        return .object(told)
      })
    args["hints"] = hints?.told
  }
}

// MARK: - In the directory, which opens rooms

extension LogFold {
  /// The log of the channel whose template is meant: that of the first show, where none of the usual ones is.
  static func channelOfTemplate(_ args: JSON, _ directory: () -> LogFold) -> [Identifier] {
    guard let id = args["template"]?.string, !Template.usual.contains(where: { $0.id == id }),
      let show = args["shows"]?.array?.first?.string
    else { return [] }
    let directory = directory()
    return directory.find(show, as: ListedShow.self).map { [directory.channelLog($0.channel)] } ?? []
  }

  /// Nil: a show's review, of which nothing is told.
  func template(_ id: String?, for show: ListedShow, _ request: Request) throws(Refusal) -> Template? {
    guard let id, id != Template.review.id else { return nil }
    if let usual = Template.usual.first(where: { $0.id == id }) { return usual }
    guard let own = request.context.others[channelLog(show.channel)]?.template(id) else { throw .notFound }
    return own
  }
}
