import Identity

// The show's clock.
extension Request {
  /// The show's own record. Only a show's acts ask for it, and they are decided in a founded show alone.
  var show: Show {
    guard case .show(let show)? = root else { preconditionFailure("not in a show") }
    return show
  }

  /// When what the command tells happened: as the client says, within reason, else now.
  var happened: Int64 {
    guard let at = command.occurredAt else { return context.now }
    return min(max(at, bounds.lowerBound), bounds.upperBound)
  }

  /// The one given; else when it happened, as seconds from the show's start.
  func offset(_ given: Int?) -> Int { given ?? show.offset(of: happened) }

  /// The one given; else the time that is known, or when the command happened; nil for one taken back.
  func time(given: Edit<Int64>, was known: Int64?) throws(Refusal) -> Int64? {
    switch given {
    case .untouched: return known ?? happened
    case .cleared: return nil
    case .changed(let time):
      guard bounds.contains(time) else { throw Refusal.invalid("at", .outOfRange) }
      return time
    }
  }

  private var bounds: ClosedRange<Int64> {
    let latest = context.now + Bounds.future
    return min(show.plannedStart - Bounds.beforeShow, latest)...latest
  }
}
