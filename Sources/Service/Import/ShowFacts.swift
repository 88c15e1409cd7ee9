import Board
import Identity
import Metrics
import Tables

/// What a plan must know of the show the file is for.
struct ShowFacts: Sendable {
  /// Where offsets are counted from.
  var origin: Int64
  /// When it really began; nil: nobody has said so yet.
  var start: Int64?
  var title: String?
  /// Product markers there already: a file with coarser times must not double them.
  var products: [Product] = []

  struct Product: Sendable {
    let offset: Int
    let text: String?
    /// The file it came from.
    var file: String?
  }

  var planned: PlannedShow { PlannedShow(start: origin, title: title) }

  /// As it was before anything of that file: what a crash left of it is no reason to bring less the next time.
  func without(_ file: Identifier) -> ShowFacts {
    var facts = self
    facts.products.removeAll { $0.file == file.description }
    return facts
  }

  /// As it will be once a file's summary is stored: the start that it tells is believed where none is known.
  func told(by row: ShowRow?) -> ShowFacts {
    guard start == nil, let told = row?.start, told.hasTime else { return self }
    var facts = self
    (facts.start, facts.origin) = (told.instant, told.instant)
    return facts
  }
}

extension LogFold {
  var showFacts: ShowFacts {
    get throws(Refusal) {
      guard let show else { throw .notFound }
      let products = records(.marker).values.compactMap { record -> ShowFacts.Product? in
        guard case .marker(let marker) = record, marker.kind == .product,
          record.isVisible(to: Viewer(member: nil, isLead: false))
        else { return nil }
        return ShowFacts.Product(offset: marker.offset, text: marker.text, file: marker.file)
      }
      return ShowFacts(origin: show.origin, start: show.start, title: show.title, products: products)
    }
  }
}
