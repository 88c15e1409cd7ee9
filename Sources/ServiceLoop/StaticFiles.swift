// In an optimized build the compiler finds `timespec` through libuv's headers first.
internal import CLibuv
internal import Glibc

/// Files under the configured mounts, read into memory when first asked for and again when they have changed.
///
/// Not libwebsockets' mounts: those follow symbolic links, answer an unknown ending with 415, cannot say `no-cache`,
/// and read the disk in the loop for every request. Here it is one `stat` a request; a client's files are a few hundred
/// kilobytes in all.
@ServiceLoop public final class StaticFiles {
  private struct Entry {
    var modified: timespec
    var size: Int
    var etag: String
    var bytes: [UInt8]
    /// The same for who accepts gzip; nil where it saves nothing.
    var packed: [UInt8]?
  }
  private static let largest = 16 << 20

  private let mounts: [(prefix: String, root: String, policy: StaticMount)]
  private var entries: [String: Entry] = [:]

  public init(_ mounts: [StaticMount]) {
    self.mounts = mounts.compactMap { mount in
      // The real path, so that a link out of the directory is seen as such. A mount that is not there serves nothing.
      guard let root = Self.realPath(mount.directory) else { return nil }
      return (mount.prefix.hasSuffix("/") ? mount.prefix : mount.prefix + "/", root, mount)
    }
    .sorted { $0.prefix.count > $1.prefix.count }
  }

  /// 200, 304, 404, or 405 for what is neither `GET` nor `HEAD`.
  public func response(to request: HTTPRequest) -> HTTPResponse {
    guard let mount = mounts.first(where: { request.path.hasPrefix($0.prefix) }) else { return .notFound }
    guard request.method == .get || request.method == .head else {
      var refusal = HTTPResponse.empty(405)
      refusal.set("Allow", "GET, HEAD")
      return refusal
    }
    var name = String(request.path.dropFirst(mount.prefix.count))
    if name.isEmpty || name.hasSuffix("/") { name += "index.html" }
    guard isServable(name), let entry = load(name, of: mount) else { return .notFound }
    let packed = Gzip.isAccepted(request.headers.acceptEncoding) ? entry.packed : nil
    // Other bytes, another tag: a cache must not answer one with the other.
    let etag = packed == nil ? entry.etag : entry.etag.dropLast() + "z\""
    var response = HTTPResponse(status: 200)
    response.set("ETag", etag)
    if entry.packed != nil { response.set("Vary", "Accept-Encoding") }
    response.set("Cache-Control", mount.policy.cache.headerValue)
    if matches(request.headers.ifNoneMatch, etag) {
      response.status = 304
      return response
    }
    response.set("Content-Type", MIMEType.of(name))
    if packed != nil { response.set("Content-Encoding", "gzip") }
    response.body = packed ?? entry.bytes
    return response
  }

  /// No hidden files (`.git`, editors' leavings), no way up.
  private func isServable(_ name: String) -> Bool {
    !name.utf8.contains(0)
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && !$0.hasPrefix(".")
      }
  }

  private func load(_ name: String, of mount: (prefix: String, root: String, policy: StaticMount)) -> Entry? {
    let path = mount.root + "/" + name
    let key = mount.prefix + name
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.largest else {
      return nil
    }
    let modified = status.st_mtim
    if let entry = entries[key], entry.size == status.st_size, entry.modified.tv_sec == modified.tv_sec,
      entry.modified.tv_nsec == modified.tv_nsec
    {
      return entry
    }
    // Looked at when read, not at every request: who may change the directory's links may change its files too.
    guard let real = Self.realPath(path), real.hasPrefix(mount.root + "/"), let source = Self.read(real) else {
      return nil
    }
    let bytes = mount.policy.leavesOutComments ? Self.withoutComments(source, name) : source
    let entry = Entry(
      modified: modified, size: status.st_size, etag: Self.etag(bytes), bytes: bytes, packed: Gzip.compress(bytes))
    entries[key] = entry
    return entry
  }

  private static func withoutComments(_ source: [UInt8], _ name: String) -> [UInt8] {
    switch MIMEType.of(name).prefix(while: { $0 != ";" }) {
    case "text/javascript": Comments.leftOut(of: source, isScript: true)
    case "text/css": Comments.leftOut(of: source, isScript: false)
    default: source
    }
  }

  /// By content, so that two nodes, or the same files deployed again, agree.
  private static func etag(_ bytes: [UInt8]) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high &+ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
    }
    return "\"\(String(bytes.count, radix: 36))-\(String(low, radix: 36))\(String(high, radix: 36))\""
  }

  /// If-None-Match compares weakly.
  private func matches(_ header: String?, _ etag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { candidate in
      let candidate = candidate.drop { $0 == " " }.prefix { $0 != " " }
      return candidate == "*" || candidate == etag[...] || candidate == "W/" + etag
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0, bytes.count <= largest else { return nil }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
