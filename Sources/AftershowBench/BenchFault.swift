/// What stops a benchmark: said in one sentence.
struct BenchFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
