import ServiceLoop
import Testing

struct HostAddressTests {
  @Test(arguments: ["127.0.0.1", "::1", "192.0.2.7", "localhost"])
  func `where it listens at one address, that is its name`(bind: String) {
    #expect(HostAddress.reaching(bind) == bind)
  }

  @Test(arguments: ["0.0.0.0", "::"])
  func `where it listens everywhere, nobody is told to go to everywhere`(bind: String) {
    let address = HostAddress.reaching(bind)
    #expect(address != bind && !address.isEmpty && !address.hasPrefix("fe80:") && !address.contains("%"))
  }
}
