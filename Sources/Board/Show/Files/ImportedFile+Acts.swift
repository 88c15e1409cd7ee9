// What is done with a file in a show's log, and in a channel's.
extension ImportedFile {
  static let acts: [Act] = [`import`, withdraw, restore, settle]
  static let actsOfChannel: [Act] = [importList, touch, withdrawList, restoreList, pass]
}
