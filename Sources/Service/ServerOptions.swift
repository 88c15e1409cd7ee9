/// How one node is run. What the command line and the environment say, already checked for form.
public struct ServerOptions: Sendable {
  public var bind = "127.0.0.1"
  /// 0 takes a free one.
  public var port = 8080
  /// Where the private database lives when `database` is nil.
  public var data: String
  /// A libpq connection URL; nil runs a private cluster in `data`.
  public var database: String?
  public var house: House
  /// Tells nodes of one database apart in hints.
  public var node: String
  public var certificate: String?
  public var key: String?
  public var settings = Settings()
  /// A file that adds to them.
  public var settingsFile: String?
  /// Wait for a database that cannot be reached yet.
  public var waits = false
  /// Fill a fresh database with a show, its review and a playbook.
  public var demo = false
  /// The organisation founded on first start.
  public var organisation = "我的团队"

  public init(data: String, house: House, node: String) {
    self.data = data
    self.house = house
    self.node = node
  }
}
