@main enum AftershowBench {
  static func main() {}
}
