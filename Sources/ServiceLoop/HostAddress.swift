import Glibc

/// Under which address this host is reached by others.
public enum HostAddress {
  /// What a server that listens at `bind` is called at: itself, unless it listens everywhere; then the first address of
  /// this host that others reach, and the loopback where there is none.
  public static func reaching(_ bind: String) -> String {
    switch bind {
    case "0.0.0.0": first(AF_INET) ?? "127.0.0.1"
    case "::": first(AF_INET) ?? first(AF_INET6) ?? "::1"
    default: bind
    }
  }

  private static func first(_ family: Int32) -> String? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    for entry in sequence(first: list, next: { $0?.pointee.ifa_next }) {
      guard let interface = entry?.pointee else { break }
      if let text = text(of: interface, family), !isOnlyHere(interface, text) { return text }
    }
    return nil
  }

  private static func text(of interface: ifaddrs, _ family: Int32) -> String? {
    guard let address = interface.ifa_addr, Int32(address.pointee.sa_family) == family else { return nil }
    let size = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard getnameinfo(address, socklen_t(size), &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0 else {
      return nil
    }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A loopback, one that is down, or an address of the link alone, which no browser takes.
  private static func isOnlyHere(_ interface: ifaddrs, _ text: String) -> Bool {
    let flags = Int(interface.ifa_flags)
    return flags & IFF_LOOPBACK != 0 || flags & IFF_UP == 0
      || text.hasPrefix("169.254.") || text.hasPrefix("fe80:")
  }
}
