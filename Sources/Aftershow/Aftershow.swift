@main enum Aftershow {
  static func main() {}
}
