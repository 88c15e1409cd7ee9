/// Libraries of the page, served from where Debian installs them.
enum VendorFiles {
  static let all: [(prefix: String, directory: String)] = [
    ("/vendor/dygraphs", "/usr/share/javascript/dygraphs"),
    ("/vendor/qrcode", "/usr/share/nodejs/qrcode-generator"),
  ]
}
