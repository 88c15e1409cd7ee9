public import Identity
public import JSON

/// Something that happened in a room, as one viewer may know it now.
public struct Deed: Sendable, Equatable {
  public let seq: Int64
  /// Milliseconds UTC. Of what nobody is named for, the minute.
  public let at: Int64
  /// Nil where nobody may be named.
  public let by: Identifier?
  public let op: String
  /// Where the room stood from then on, of what moved it.
  public let place: Place?
  /// What was done to something. Of the room itself nothing.
  public let about: [Subject]
  /// Of how many, where there are more than are told; of a turning, the cards that are still there.
  public let count: Int?
  public let particulars: Particulars

  public struct Place: Sendable, Equatable {
    public let phase: Phase
    public let step: Phase.Step?
  }

  public struct Subject: Sendable, Equatable {
    public let kind: RecordKind
    public let id: String
    /// Of what its author alone still knows of: they withdrew it.
    public let text: String?
  }

  public func write(into json: inout JSONWriter) {
    json.member("seq", seq)
    json.member("at", at)
    json.member("by", by)
    json.member("op", op)
    json.member("phase", (place?.phase ?? particulars.phase)?.rawValue)
    json.member("step", place?.step?.rawValue)
    json.member("how", particulars.how)
    json.member("to", particulars.to)
    json.member("number", particulars.number)
    json.member("count", count)
    json.array("about") { json in
      for subject in about {
        json.object { json in
          json.member("kind", subject.kind.rawValue)
          json.member("id", subject.id)
          json.member("text", subject.text)
        }
      }
    }
  }
}
