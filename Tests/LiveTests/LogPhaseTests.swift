import Testing

@testable import Live

@Suite struct `The phase of a log` {
  @Test func `leads from loading to deciding, and tells whether it had been here before`() {
    var phase = LogPhase.loading(isAnew: false)
    #expect(!phase.isLive && !phase.isReading)
    phase.continueLoading()
    #expect(!phase.isLive && phase.isReading)
    let wasHere = phase.finishLoading()
    #expect(phase == .current && !wasHere)
    phase.reload()
    phase.continueLoading()
    let wasHereNow = phase.finishLoading()
    #expect(phase == .current && wasHereNow)
  }

  @Test func `decides one command at a time, and none while it reads`() {
    var phase = LogPhase.current
    let mayDecide = [phase.beginDeciding(), phase.beginDeciding()]
    phase.fallBehind(.news)
    phase.endDeciding()
    #expect(phase == .behind(.news))
    let mayGoOn = phase.beginDeciding()
    let mustRead = [phase.beginReading(), phase.beginReading()]
    #expect(phase == .reading(.news))
    phase.endReading()
    #expect(phase == .current)
    #expect(mayDecide == [true, false] && !mayGoOn && mustRead == [true, false])
  }

  @Test func `reads once for several causes, of which the gravest counts`() {
    var phase = LogPhase.current
    phase.fallBehind(.doubt)
    _ = phase.beginReading()
    phase.fallBehind(.news)
    #expect(phase == .reading(.doubt))
    phase.fallBehind(.loss)
    phase.failReading()
    #expect(phase == .behind(.loss) && !phase.isTrusted)
  }

  @Test(arguments: [LogPhase.loading(isAnew: false), .continuing(isAnew: true)])
  func `is not told of news before it is loaded`(loading: LogPhase) {
    var phase = loading
    phase.fallBehind(.loss)
    phase.endReading()
    phase.failReading()
    #expect(phase == loading && !phase.isTrusted)
  }
}
