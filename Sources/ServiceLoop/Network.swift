internal import Glibc

/// The network an address stands for: an IPv4 address itself; of an IPv6 address the half that a provider gives to one
/// customer, who has all addresses below it.
enum Network {
  static func of(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard address.contains(":"), inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return bytes[..<8].map { String($0, radix: 16) }.joined(separator: ":")
  }
}
