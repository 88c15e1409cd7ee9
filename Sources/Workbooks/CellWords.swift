/// The text of a cell: its runs joined, without the signs that say how it is pronounced.
struct CellWords {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var phonetic = 0

  var string: String { EscapedText.plain(String(decoding: bytes, as: UTF8.self)) }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 16)
    isInText = false
    phonetic = 0
  }

  mutating func open(_ name: String) {
    switch name {
    case "rPh": phonetic += 1
    case "t": isInText = phonetic == 0
    default: break
    }
  }

  mutating func close(_ name: String) {
    switch name {
    case "rPh": phonetic -= 1
    case "t": isInText = false
    default: break
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) { if isInText { bytes.append(contentsOf: text) } }
}
