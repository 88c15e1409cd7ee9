extension Arguments {
  public mutating func int(_ field: String, _ range: ClosedRange<Int>) throws(ArgumentFault) -> Int {
    try required(field, optionalInt(field, range))
  }

  public mutating func optionalInt(_ field: String, _ range: ClosedRange<Int>) throws(ArgumentFault) -> Int? {
    guard let json = json(field) else { return nil }
    guard let value = json.int else { throw fault(field, .wrongType) }
    guard range.contains(value) else { throw fault(field, .outOfRange) }
    return value
  }

  public mutating func double(_ field: String, _ range: ClosedRange<Double>) throws(ArgumentFault) -> Double {
    try required(field, optionalDouble(field, range))
  }

  public mutating func optionalDouble(_ field: String, _ range: ClosedRange<Double>) throws(ArgumentFault) -> Double? {
    guard let json = json(field) else { return nil }
    guard let value = json.double else { throw fault(field, .wrongType) }
    guard range.contains(value) else { throw fault(field, .outOfRange) }
    return value
  }

  public mutating func bool(_ field: String) throws(ArgumentFault) -> Bool {
    try required(field, optionalBool(field))
  }

  public mutating func bool(_ field: String, default absent: Bool) throws(ArgumentFault) -> Bool {
    try optionalBool(field) ?? absent
  }

  public mutating func optionalBool(_ field: String) throws(ArgumentFault) -> Bool? {
    guard let json = json(field) else { return nil }
    guard let value = json.bool else { throw fault(field, .wrongType) }
    return value
  }

  /// One of a closed list of words.
  public mutating func oneOf<Word>(_ field: String, as type: Word.Type = Word.self) throws(ArgumentFault) -> Word
  where Word: RawRepresentable<String> & CaseIterable {
    try required(field, optionalOneOf(field, as: type))
  }

  public mutating func optionalOneOf<Word>(_ field: String, as type: Word.Type = Word.self)
    throws(ArgumentFault) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    guard let json = json(field) else { return nil }
    return try word(json, field)
  }

  /// Words of a closed list, each at most once.
  public mutating func someOf<Word>(_ field: String, as type: Word.Type = Word.self, _ count: ClosedRange<Int>)
    throws(ArgumentFault) -> [Word]
  where Word: RawRepresentable<String> & CaseIterable {
    var result: [Word] = []
    for (index, json) in try elements(field, count).enumerated() {
      let word: Word = try word(json, "\(field)[\(index)]")
      if result.contains(where: { $0.rawValue == word.rawValue }) { throw fault("\(field)[\(index)]", .invalid) }
      result.append(word)
    }
    return result
  }

  private func word<Word: RawRepresentable<String>>(_ json: JSON, _ field: String) throws(ArgumentFault) -> Word {
    guard case .string(let raw) = json else { throw fault(field, .wrongType) }
    guard let word = Word(rawValue: raw) else { throw fault(field, .invalid) }
    return word
  }
}
