// What is done with a file in a show's log, and in a channel's.
extension ImportedFile {
  static let acts: [Act] = [`import`, finish, withdraw, restore, settle]
  static let actsOfChannel: [Act] = [importList, touch, finishList, withdrawList, restoreList, pass]
}
