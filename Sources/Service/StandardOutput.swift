import Foundation

enum StandardOutput {
  static func flush() {
    // All streams: `stdout` itself is a mutable global that strict concurrency does not admit.
    fflush(nil)
  }
}
