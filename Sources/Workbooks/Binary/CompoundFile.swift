/// The streams within a compound file (OLE2): a file system of chained sectors, in which an XLS is one file.
///
/// No number of the file is believed: a chain never has more sectors than the file, and what it leads to lies within it.
struct CompoundFile {
  private struct Entry {
    let name: String
    let kind: Int
    let left: Int
    let right: Int
    let child: Int
    let first: Int
    let size: Int
  }

  private let bytes: [UInt8]
  private let sectorSize: Int
  /// Which sector follows each.
  private var next: [Int] = []
  private var entries: [Entry] = []
  /// Streams below this many bytes lie in `small`, in sectors of 64 bytes.
  private let cutoff: Int
  private var nextSmall: [Int] = []
  private var small: [UInt8] = []

  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Sectors from this number on are none: free, or the end of a chain.
  private static let none = 0xFFFF_FFFA
  private static let smallSize = 64

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard bytes.starts(with: Self.signature) else { throw .notAnArchive }
    self.bytes = bytes
    var header = ByteCursor(bytes[...])
    try header.skip(28)
    let (order, shift, smallShift) = (try header.short(), try header.short(), try header.short())
    guard order == 0xFFFE, shift == 9 || shift == 12, smallShift == 6 else { throw .damaged }
    sectorSize = 1 << shift
    try header.skip(14)
    let directory = try header.long()
    try header.skip(4)
    cutoff = try header.long()
    let smallTable = try header.long()
    try header.skip(4)
    try readTable(&header)
    entries = try Self.entries(chain(from: directory))
    nextSmall = try Self.numbers(chain(from: smallTable))
    if let root = entries.first, root.kind == 5 { small = try chain(from: root.first) }
  }

  /// Nil where there is none of that name at the root. Below it lie other documents that were put into this one.
  func stream(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = atRoot.first(where: { $0.kind == 2 && $0.name.lowercased() == name.lowercased() }) else {
      return nil
    }
    let all = entry.size < cutoff ? try smallChain(from: entry.first) : try chain(from: entry.first)
    guard all.count >= entry.size else { throw .damaged }
    return Array(all.prefix(entry.size))
  }

  func has(_ name: String) -> Bool { atRoot.contains { $0.name == name } }

  private var atRoot: [Entry] {
    var found: [Entry] = []
    var seen: Set<Int> = []
    var open = entries.first.map { [$0.child] } ?? []
    while let index = open.popLast() {
      guard entries.indices.contains(index), seen.insert(index).inserted else { continue }
      found.append(entries[index])
      open += [entries[index].left, entries[index].right]
    }
    return found
  }

  /// How many sectors the file has; the last may break off.
  private var sectors: Int { max(0, (bytes.count - 1) / sectorSize) }

  private func sector(_ number: Int) throws(WorkbookFault) -> ArraySlice<UInt8> {
    guard number < sectors else { throw .damaged }
    let start = (number + 1) * sectorSize
    return bytes[start..<min(start + sectorSize, bytes.count)]
  }

  /// The table is in sectors itself, the first 109 of which the header names, and further sectors the others.
  private mutating func readTable(_ header: inout ByteCursor) throws(WorkbookFault) {
    var more = try header.long()
    try header.skip(4)
    var places = Self.numbers(try header.take(109 * 4)[...])
    var rounds = 0
    while more < Self.none, rounds < sectors {
      var named = Self.numbers(try sector(more))
      more = named.popLast() ?? Self.none
      places += named
      rounds += 1
      if places.count > sectors { break }
    }
    for place in places where place < Self.none {
      // What it says of sectors beyond the file's end leads nowhere.
      if next.count >= sectors { break }
      next += Self.numbers(try sector(place))
    }
  }

  private func chain(from first: Int) throws(WorkbookFault) -> [UInt8] {
    var all: [UInt8] = []
    var number = first
    var length = 0
    while number < Self.none {
      guard number < next.count, length < sectors else { throw .damaged }
      all += try sector(number)
      length += 1
      number = next[number]
    }
    return all
  }

  private func smallChain(from first: Int) throws(WorkbookFault) -> [UInt8] {
    var all: [UInt8] = []
    var number = first
    while number < Self.none {
      let start = number * Self.smallSize
      guard number < nextSmall.count, start < small.count, all.count <= small.count else { throw .damaged }
      all += small[start..<min(start + Self.smallSize, small.count)]
      number = nextSmall[number]
    }
    return all
  }

  private static func entries(_ bytes: [UInt8]) throws(WorkbookFault) -> [Entry] {
    var entries: [Entry] = []
    var rest = ByteCursor(bytes[...])
    while rest.count >= 128 {
      var entry = ByteCursor(try rest.take(128))
      var name: [UInt16] = []
      for _ in 0..<32 { name.append(UInt16(try entry.short())) }
      // Counted in bytes, with the zero at its end.
      let length = max(try entry.short() / 2 - 1, 0)
      let kind = try entry.byte()
      try entry.skip(1)
      let (left, right, child) = (try entry.long(), try entry.long(), try entry.long())
      try entry.skip(36)
      let (first, size) = (try entry.long(), try entry.long())
      entries.append(
        Entry(
          name: String(decoding: name.prefix(length), as: UTF16.self), kind: kind, left: left, right: right,
          child: child, first: first, size: size))
    }
    return entries
  }

  /// Those that are whole.
  private static func numbers(_ bytes: some Collection<UInt8>) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(bytes.count / 4)
    var number = 0
    for (index, byte) in bytes.enumerated() {
      number |= Int(byte) << (8 * (index % 4))
      if index % 4 == 3 {
        numbers.append(number)
        number = 0
      }
    }
    return numbers
  }
}
