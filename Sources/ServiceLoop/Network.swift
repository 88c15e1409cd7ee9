internal import Glibc

/// The network an address stands for: an IPv4 address itself; of an IPv6 address the half that a provider gives to one
/// customer, who has all addresses below it.
public enum Network {
  static func of(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard address.contains(":"), inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return bytes[..<8].map { String($0, radix: 16) }.joined(separator: ":")
  }

  /// Whether it is an address, of IPv4 or IPv6, and no name.
  public static func isAddress(_ text: String) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16)
    return inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes) == 1
  }
}
