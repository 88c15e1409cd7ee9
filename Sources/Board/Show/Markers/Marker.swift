import JSON

/// Something that happened at a minute of the show.
public struct Marker: Sendable, Equatable, Codable {
  public let id: String
  /// Seconds from the show's start.
  public var offset: Int
  public var kind: Kind
  public var text: String?
  /// Of those who have changed it: whoever put it does not count.
  @AddedLater public var edits: Edits = .blank
  /// The file it came from.
  public internal(set) var file: String?
  /// Its file was taken back: it is told to nobody until that is brought back.
  @AddedLater var isFileWithdrawn: Bool = false

  public enum Kind: String, Sendable, Codable, CaseIterable {
    case product, luckyBag, flashSale, coupon, wecom, onShelf, offShelf, violation, alert, note,
      hostChange
  }
}

extension Marker: Edited {
  static var kind: RecordKind { .marker }
  static let told = """
    `id, offset, kind, text?, edited (0 until somebody edits it)`; kind: `product` 讲解, `luckyBag` 福袋, \
    `flashSale` 秒杀, `coupon` 满减, `wecom` 弹企微, `onShelf` 上架, `offShelf` 下架, \
    `violation` 违规, `alert` 预警, `note` 场记, `hostChange` 主播
    """
  var record: Record { .marker(self) }

  init?(_ record: Record) {
    guard case .marker(let value) = record else { return nil }
    self = value
  }

  func isVisible(to viewer: Viewer) -> Bool { !isFileWithdrawn }

  func write(into json: inout JSONWriter, for viewer: Viewer) {
    json.member("id", id)
    json.member("offset", offset)
    json.member("kind", kind.rawValue)
    json.member("text", text)
    json.member("edited", edits.last)
  }
}
