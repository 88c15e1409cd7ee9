// What is done with a file in a show's log, and in a channel's.
extension ImportedFile {
  static let acts: [Act] = [`import`]
  static let actsOfChannel: [Act] = [importList, touch]
}
