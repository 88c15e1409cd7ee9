import JSON

/// One argument of a command, declared once: how it is read, strictly, and what the articles, the page and the tests
/// know of it. An argument of several fields (``group(_:as:)``) is read from all of them.
struct Argument<Value: Sendable>: Sendable {
  typealias Reader<Read> = @Sendable (inout Arguments) throws -> Read

  let fields: [Field]
  /// Absent is refused.
  let read: Reader<Value>
  /// Absent is nil.
  let readIfAny: Reader<Value?>

  init(_ fields: [Field], _ read: @escaping Reader<Value>, ifAny: Reader<Value?>? = nil) {
    self.fields = fields
    self.read = read
    readIfAny =
      ifAny ?? { args in
        // Looks, and looks again to read it: of what comes seldom.
        args.json(fields[0].name) == nil ? nil : try read(&args)
      }
  }

  init(_ name: String, _ kind: Field.Kind, _ read: @escaping Reader<Value>, ifAny: Reader<Value?>? = nil) {
    self.init([Field(name: name, kind: kind)], read, ifAny: ifAny)
  }
}

extension Argument {
  /// Several arguments that make one value together.
  static func group<each Part: Sendable>(
    _ parts: repeat Argument<each Part>, as make: @escaping @Sendable (repeat each Part) throws -> Value
  ) -> Argument {
    var fields: [Field] = []
    for part in repeat each parts { fields += part.fields }
    return Argument(fields) { args in
      let values = (repeat try (each parts).read(&args))
      return try make(repeat each values)
    }
  }

  /// An object of its own.
  static func object(_ name: String, _ content: Argument) -> Argument {
    Argument(name, .object(content.fields)) { args in
      var nested = try args.object(name)
      let value = try content.read(&nested)
      try nested.end()
      return value
    }
  }

  /// A list of objects.
  static func list<Item>(_ name: String, _ count: ClosedRange<Int>, of item: Argument<Item>) -> Argument
  where Value == [Item] {
    Argument([Field(name: name, kind: .list(item.fields, count), isOptional: count.contains(0))]) { args in
      try args.objects(name, count).map { nested in
        var nested = nested
        let value = try item.read(&nested)
        try nested.end()
        return value
      }
    }
  }

  /// The same, made into something else.
  func map<Other: Sendable>(_ make: @escaping @Sendable (Value) throws -> Other) -> Argument<Other> {
    Argument<Other>(fields, { try make(read(&$0)) }, ifAny: { try readIfAny(&$0).map(make) })
  }
}

// MARK: - What need not be there

extension Argument {
  /// Absent, null and, of a text, empty are nil.
  static func optional<Wrapped>(_ argument: Argument<Wrapped>) -> Argument where Value == Wrapped? {
    Argument(argument.fields.map(\.optional), argument.readIfAny)
  }

  /// What is not there has a value all the same.
  static func optional(_ argument: Argument, or absent: Value) -> Argument {
    Argument(argument.fields.map(\.optional)) { try argument.readIfAny(&$0) ?? absent }
  }

  /// In an edit: as it was when absent, none when it is an empty text.
  static func edited<Wrapped>(_ argument: Argument<Wrapped>) -> Argument where Value == Edit<Wrapped> {
    let name = argument.fields[0].name
    return Argument(argument.fields.map(\.clearable)) { args in
      guard let json = args.json(name) else { return .untouched }
      if json.string == "" { return .cleared }
      return try argument.readIfAny(&args).map(Edit.changed) ?? .cleared
    }
  }
}

/// What an edit says of something that may be there or not.
enum Edit<Value: Sendable>: Sendable {
  case untouched
  case cleared
  case changed(Value)

  func applied(to value: Value?) -> Value? {
    switch self {
    case .untouched: value
    case .cleared: nil
    case .changed(let new): new
    }
  }
}

extension Field {
  fileprivate var optional: Field {
    var field = self
    field.isOptional = true
    return field
  }

  fileprivate var clearable: Field {
    var field = optional
    field.canBeCleared = true
    return field
  }
}
