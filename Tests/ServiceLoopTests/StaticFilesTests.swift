import Foundation
import ServiceLoop
import Testing

@Suite struct `Static files` {
  /// A directory with a little site, a secret beside it and links to both; removed afterwards.
  private func withSite(_ body: @escaping @Sendable (URL, Int) throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "aftershow-\(UUID())")
    let site = root.appending(path: "site")
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["site/sub", "site/.git", "assets"] {
      try FileManager.default.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    for (name, text) in [
      "site/index.html": "<p>home", "site/sub/index.html": "<p>sub", "site/app.mjs": "export {}",
      "site/app.webmanifest": "{}", "site/logo.svg": "<svg/>", "site/font.woff2": "w", "site/data.unknown": "?",
      "site/style.css": "p{}", "site/.git/config": "secret", "site/.env": "secret", "secret.txt": "secret",
      "assets/chart.js": "1",
    ] {
      try Data(text.utf8).write(to: root.appending(path: name))
    }
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "/out.txt", withDestinationPath: root.path + "/secret.txt")
    try FileManager.default.createSymbolicLink(atPath: site.path + "/outside", withDestinationPath: root.path)
    try FileManager.default.createSymbolicLink(atPath: site.path + "/in.css", withDestinationPath: "style.css")
    try await withServer({
      $0.mounts = [
        StaticMount(prefix: "/", directory: site.path),
        StaticMount(prefix: "/lean", directory: site.path + "/sub", leavesOutComments: true),
        StaticMount(prefix: "/assets", directory: root.path + "/assets", cache: .immutable),
      ]
    }) { port, _ in try body(site, port) }
  }

  @Test func `are served by their type, with the policy of their mount`() async throws {
    try await withSite { _, port in
      let client = try RawClient(port: port)
      for (path, type, text) in [
        ("/", "text/html; charset=utf-8", "<p>home"), ("/index.html", "text/html; charset=utf-8", "<p>home"),
        ("/sub/", "text/html; charset=utf-8", "<p>sub"), ("/app.mjs", "text/javascript; charset=utf-8", "export {}"),
        ("/app.webmanifest", "application/manifest+json; charset=utf-8", "{}"),
        ("/logo.svg", "image/svg+xml", "<svg/>"),
        ("/font.woff2", "font/woff2", "w"), ("/data.unknown", "application/octet-stream", "?"),
        ("/in.css", "text/css; charset=utf-8", "p{}"),
      ] {
        let answer = try client.request("GET", path)
        #expect(answer.status == 200 && answer.headers["content-type"] == type && answer.text == text, "\(path)")
        #expect(answer.headers["cache-control"] == "no-cache")
      }
      #expect(
        try client.request("GET", "/assets/chart.js").headers["cache-control"] == "public, max-age=31536000, immutable")
    }
  }

  @Test func `only documents carry a document's policies`() async throws {
    try await withSite { _, port in
      let client = try RawClient(port: port)
      for (path, isPart) in [("/app.mjs", true), ("/style.css", true), ("/", false), ("/logo.svg", false)] {
        let headers = try client.request("GET", path).headers
        #expect((headers["content-security-policy"] == nil) == isPart, "\(path)")
        #expect((headers["cross-origin-opener-policy"] == nil) == isPart, "\(path)")
        #expect(headers["x-content-type-options"] == "nosniff", "\(path)")
        #expect(headers["cross-origin-resource-policy"] == "same-origin", "\(path)")
      }
    }
  }

  @Test func `are sent without comments where their mount says so, each line in its place`() async throws {
    let script =
      "/**\n * What it is for.\n */\nconst a = '// text'; // why\n  // how\nconst b = `/* ${a} */`;\n/*! licence */\n"
    let sent = "\n\n\nconst a = '// text'; // why\n\nconst b = `/* ${a} */`;\n/*! licence */\n"
    let spanning = "const text = `\n// no comment\n`;\n// a comment\n"
    let sheet = "/* One. */\np {\n  /* Two,\n     lines. */\n  color: red; /* three */\n}\n"
    try await withSite { site, port in
      let client = try RawClient(port: port)
      for (name, text, due) in [
        ("a.js", script, sent), ("spanning.js", spanning, spanning), ("behind.js", "/*\n*/ f();\n", "/*\n*/ f();\n"),
        ("a.css", sheet, "\np {\n\n\n  color: red; /* three */\n}\n"), ("a.txt", "// text\n", "// text\n"),
      ] {
        try Data(text.utf8).write(to: site.appending(path: "sub/" + name))
        #expect(try client.request("GET", "/lean/" + name).text == due, "\(name)")
        #expect(try client.request("GET", "/sub/" + name).text == text, "\(name)")
      }
    }
  }

  @Test func `are sent packed to who accepts that, under a tag of their own`() async throws {
    try await withSite { site, port in
      let text = String(repeating: "export const card = 1;\n", count: 400)
      try Data(text.utf8).write(to: site.appending(path: "long.mjs"))
      let client = try RawClient(port: port)
      let plain = try client.request("GET", "/long.mjs")
      #expect(plain.text == text && plain.headers["content-encoding"] == nil)
      #expect(plain.headers["vary"] == "Accept-Encoding")
      let packed = try client.request("GET", "/long.mjs", [("Accept-Encoding", "br, gzip;q=0.5")])
      #expect(packed.headers["content-encoding"] == "gzip" && packed.headers["etag"] != plain.headers["etag"])
      #expect(packed.body.count < text.utf8.count / 10 && packed.body.prefix(2) == [0x1f, 0x8b])
      let tag = try #require(packed.headers["etag"])
      let again = try client.request("GET", "/long.mjs", [("Accept-Encoding", "gzip"), ("If-None-Match", tag)])
      #expect(again.status == 304)
      for refused in ["gzip;q=0", "identity", "br"] {
        let answer = try client.request("GET", "/long.mjs", [("Accept-Encoding", refused)])
        #expect(answer.text == text, "\(refused)")
      }
      let short = try client.request("GET", "/app.mjs", [("Accept-Encoding", "gzip")])
      #expect(short.text == "export {}" && short.headers["vary"] == nil)
    }
  }

  @Test func `are not sent again while unchanged`() async throws {
    try await withSite { site, port in
      let client = try RawClient(port: port)
      let first = try client.request("GET", "/app.mjs")
      let tag = try #require(first.headers["etag"])
      let again = try client.request("GET", "/app.mjs", [("If-None-Match", "\"x\", W/\(tag)")])
      #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
      #expect(again.headers["cache-control"] == "no-cache")
      #expect(try client.request("GET", "/app.mjs", [("If-None-Match", "\"x\"")]).status == 200)
      try Data("export const changed = 1".utf8).write(to: site.appending(path: "app.mjs"))
      let changed = try client.request("GET", "/app.mjs", [("If-None-Match", tag)])
      #expect(changed.status == 200 && changed.text == "export const changed = 1" && changed.headers["etag"] != tag)
    }
  }

  @Test func `answer HEAD without the body, and nothing but GET and HEAD`() async throws {
    try await withSite { _, port in
      let client = try RawClient(port: port)
      let head = try client.request("HEAD", "/app.mjs")
      #expect(head.status == 200 && head.headers["content-length"] == "9")
      #expect(try client.request("DELETE", "/app.mjs").status == 405)
    }
  }

  @Test(arguments: [
    "/../secret.txt", "/sub/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
    "/sub/%2e%2e%2f..%2fsecret.txt",
    "/..%5csecret.txt", "/out.txt", "/outside/secret.txt", "/.env", "/.git/config", "/index.html%00.txt", "/sub",
    "/nowhere", "//secret.txt", "/assets/../../secret.txt", "/assets/..%2f..%2fsecret.txt",
  ])
  func `stay inside their directory`(path: String) async throws {
    try await withSite { _, port in
      let client = try RawClient(port: port)
      try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let answer = String(decoding: try client.readToEnd(), as: UTF8.self)
      #expect(!answer.contains(" 200 ") && !answer.contains("secret"), "\(answer)")
    }
  }
}
