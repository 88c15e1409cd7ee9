import Testing

@testable import Service

@Suite struct `The settings file` {
  private var given: Settings {
    var settings = Settings()
    settings.origins = ["https://one.example"]
    settings.rate = 30
    return settings
  }

  @Test func `a file adds origins and proxies, and takes the place of rates`() throws {
    let read = try given.adding(
      """
      # behind the new proxy
      origin https://two.example
      proxy 10.0.0.1   # the first
      proxy 10.0.0.2

      burst 120
      """)
    #expect(read.origins == ["https://one.example", "https://two.example"])
    #expect(read.proxies == ["10.0.0.1", "10.0.0.2"])
    #expect(read.rate == 30 && read.burst == 120)
    #expect(try given.adding("") == given)
  }

  @Test(arguments: [
    "rate", "rate 0", "rate x", "colour red", "origin a b", "origin x", "origin https://x/", "origin https://",
    "proxy nonsense", "proxy 10.0.0",
  ])
  func `what is not understood is refused by its line`(line: String) {
    let fault = #expect(throws: ServiceFault.self) { try given.adding("# first\n" + line) }
    #expect(fault?.sentence == "line 2 of the settings is not understood")
  }

  @Test func `lines may end as on Windows`() throws {
    let read = try given.adding("# first\r\nproxy ::1\r\nrate 40 # more\r\n\r\nburst 80\r\n")
    #expect(read.proxies == ["::1"])
    #expect(read.rate == 40 && read.burst == 80)
    let fault = #expect(throws: ServiceFault.self) { try given.adding("rate 40\r\n\r\nrate x\r\n") }
    #expect(fault?.sentence == "line 3 of the settings is not understood")
  }

  @Test func `a file that is not there is refused`() {
    #expect(throws: ServiceFault.self) { try given.adding(file: "/nowhere/at/all") }
  }
}
