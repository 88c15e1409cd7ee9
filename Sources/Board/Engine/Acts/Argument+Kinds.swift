import Identity
import JSON

extension Argument<String> {
  static func text(_ name: String, _ length: ClosedRange<Int>, isMultiline: Bool = false) -> Argument {
    Argument(name, .text(length, isMultiline: isMultiline)) {
      try $0.text(name, length, multiline: isMultiline)
    } ifAny: {
      try $0.optionalText(name, length, multiline: isMultiline)
    }
  }

  /// The id of a record of this log.
  static func record(_ name: String, _ kind: RecordKind) -> Argument {
    Argument(name, .record(kind)) {
      try $0.id(name)
    } ifAny: {
      try $0.optionalID(name)
    }
  }

  /// A name made by a machine that is no record's of this log.
  static func name(_ name: String) -> Argument {
    Argument(name, .name) {
      try $0.id(name)
    } ifAny: {
      try $0.optionalID(name)
    }
  }

  static func metric(_ name: String) -> Argument { Argument(name, .metric) { try $0.metric(name) } }
}

extension Argument<[String]> {
  static func texts(_ name: String, _ count: ClosedRange<Int>, each length: ClosedRange<Int>) -> Argument {
    Argument([Field(name: name, kind: .texts(length, count), isOptional: count.contains(0))]) {
      try $0.texts(name, count, each: length)
    }
  }

  static func records(_ name: String, _ kind: RecordKind, _ count: ClosedRange<Int>) -> Argument {
    Argument([Field(name: name, kind: .records(kind, count), isOptional: count.contains(0))]) {
      try $0.ids(name, count)
    }
  }
}

extension Argument<Int> {
  static func number(_ name: String, _ range: ClosedRange<Int>) -> Argument {
    Argument(name, .number(range)) {
      try $0.int(name, range)
    } ifAny: {
      try $0.optionalInt(name, range)
    }
  }
}

extension Argument<Double> {
  static func decimal(_ name: String, _ range: ClosedRange<Double>) -> Argument {
    Argument(name, .decimal(range)) {
      try $0.double(name, range)
    } ifAny: {
      try $0.optionalDouble(name, range)
    }
  }
}

extension Argument<Bool> {
  static func flag(_ name: String) -> Argument {
    Argument(name, .flag) {
      try $0.bool(name)
    } ifAny: {
      try $0.optionalBool(name)
    }
  }
}

extension Argument<Int64> {
  /// Milliseconds UTC.
  static func time(_ name: String) -> Argument {
    Argument(name, .time) {
      try $0.time(name)
    } ifAny: {
      try $0.optionalTime(name)
    }
  }
}

extension Argument<[String: Double]> {
  static func numbers(_ name: String) -> Argument { Argument(name, .numbers) { try $0.metricValues(name) } }
}

extension Argument where Value: RawRepresentable<String> & CaseIterable {
  /// One of a closed list.
  static func word(_ name: String, _: Value.Type) -> Argument {
    Argument(name, .word(Value.allCases.map(\.rawValue))) {
      try $0.oneOf(name)
    } ifAny: {
      try $0.optionalOneOf(name)
    }
  }
}

extension Argument {
  /// Words of a closed list, each at most once.
  static func words<Word>(_ name: String, _: Word.Type, _ count: ClosedRange<Int>) -> Argument
  where Value == [Word], Word: RawRepresentable<String> & CaseIterable & SendableMetatype {
    let field = Field(
      name: name, kind: .words(Word.allCases.map(\.rawValue), count), isOptional: count.contains(0))
    return Argument([field]) { try $0.someOf(name, count) }
  }
}

extension Argument<Identifier> {
  static func log(_ name: String, _ kind: LogKind) -> Argument { identifier(name, .log(kind)) }
  static func member(_ name: String) -> Argument { identifier(name, .member) }
  static func organisation(_ name: String) -> Argument { identifier(name, .organisation) }
  static func act(_ name: String) -> Argument { identifier(name, .act) }

  private static func identifier(_ name: String, _ kind: Field.Kind) -> Argument {
    Argument(name, kind) { try $0.identifier(name) }
  }
}

extension Argument<[Identifier]> {
  static func logs(_ name: String, _ kind: LogKind, _ count: ClosedRange<Int>) -> Argument {
    Argument(name, .logs(kind, count)) { try $0.identifiers(name, count) }
  }

  static func members(_ name: String, _ count: ClosedRange<Int>) -> Argument {
    Argument([Field(name: name, kind: .members(count), isOptional: count.contains(0))]) {
      try $0.identifiers(name, count)
    }
  }
}

// MARK: - Values of arguments, as an opposite command gives them

extension JSON {
  static func word(_ value: some RawRepresentable<String>) -> JSON { .string(value.rawValue) }

  static func word<Word: RawRepresentable<String>>(_ value: Word?) -> JSON {
    value.map { .string($0.rawValue) } ?? .null
  }

  /// An empty text where there is nothing: it takes away what is there.
  static func clearing(_ value: String?) -> JSON { .string(value ?? "") }
  static func clearing(_ value: Int?) -> JSON { value.map(JSON.int) ?? "" }
}

extension Argument<[Role]> {
  /// In the order of the lanes.
  static func roles(atLeast least: Int) -> Argument {
    words("roles", Role.self, least...Role.allCases.count).map { $0.inOrder }
  }
}

// MARK: - Of shows

extension Argument {
  /// The one or, where it is not there, the other; never both.
  static func either(_ one: Argument, or other: Argument) -> Argument {
    let fields = Argument<Value?>.optional(one).fields + Argument<Value?>.optional(other).fields
    return Argument(fields) { try one.readIfAny(&$0) ?? other.read(&$0) }
  }
}

extension JSON {
  /// Milliseconds UTC.
  static func time(_ value: Int64) -> JSON { .number(.int(value)) }

  static func clearing(_ time: Int64?) -> JSON { time.map(JSON.time) ?? "" }
}
