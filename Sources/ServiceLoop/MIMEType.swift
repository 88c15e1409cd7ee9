/// What a file is, by its name's ending. `nosniff` makes the browser believe it, so an unknown one is a download.
enum MIMEType {
  static func of(_ path: String) -> String {
    guard let dot = path.lastIndex(of: ".") else { return "application/octet-stream" }
    switch path[path.index(after: dot)...].lowercased() {
    case "html": return "text/html; charset=utf-8"
    case "js", "mjs": return "text/javascript; charset=utf-8"
    case "css": return "text/css; charset=utf-8"
    case "json", "map": return "application/json; charset=utf-8"
    case "webmanifest": return "application/manifest+json; charset=utf-8"
    case "txt", "md": return "text/plain; charset=utf-8"
    case "csv": return "text/csv; charset=utf-8"
    case "svg": return "image/svg+xml"
    case "png": return "image/png"
    case "jpg", "jpeg": return "image/jpeg"
    case "webp": return "image/webp"
    case "gif": return "image/gif"
    case "ico": return "image/vnd.microsoft.icon"
    case "woff2": return "font/woff2"
    case "woff": return "font/woff"
    case "wasm": return "application/wasm"
    case "pdf": return "application/pdf"
    default: return "application/octet-stream"
    }
  }
}
