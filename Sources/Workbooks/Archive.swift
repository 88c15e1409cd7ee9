internal import CLibzip

/// The files within a ZIP archive, unpacked piece by piece.
final class Archive {
  private let zip: OpaquePointer
  private let budget: Budget
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// libzip reads `bytes` in place until the archive is closed: they must outlive it, which `Workbook` sees to by
  /// letting no archive out of the closure that lends them.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: WorkbookLimits, _ budget: Budget) throws(WorkbookFault) {
    var fault = zip_error_t()
    defer { zip_error_fini(&fault) }
    // 0: the bytes stay ours.
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &fault) else {
      throw .notAnArchive
    }
    guard let zip = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
      // Only an archive that opened owns its source.
      zip_source_free(source)
      throw .notAnArchive
    }
    self.zip = zip
    self.budget = budget
    guard zip_get_num_entries(zip, 0) <= Int64(limits.entries) else { throw .tooBig }
  }

  deinit { zip_discard(zip) }

  func has(_ name: String) -> Bool { zip_name_locate(zip, name, UInt32(ZIP_FL_NOCASE)) >= 0 }

  /// Hands the file's bytes to `piece` as they come; each is valid during that call only.
  func unpack(
    _ name: String, _ piece: (UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    let index = zip_name_locate(zip, name, UInt32(ZIP_FL_NOCASE))
    var facts = zip_stat_t()
    guard index >= 0, zip_stat_index(zip, UInt64(index), 0, &facts) == 0 else { throw .damaged }
    guard facts.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    // Other methods need memory that the file itself chooses.
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(facts.comp_method)) else { throw .damaged }
    guard let file = zip_fopen_index(zip, UInt64(index), 0) else { throw .damaged }
    defer { zip_fclose(file) }
    while true {
      let count = Int(zip_fread(file, &buffer, UInt64(buffer.count)))
      guard count >= 0 else { throw .damaged }
      if count == 0 { return }
      try budget.take(bytes: count)
      try buffer.withUnsafeBufferPointer { (all) throws(WorkbookFault) in
        try piece(UnsafeBufferPointer(rebasing: all[..<min(count, all.count)]))
      }
    }
  }
}
