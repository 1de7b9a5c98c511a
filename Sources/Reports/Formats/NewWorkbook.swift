import CXlsxSys
import Casework
import Foundation

/// Begins an .xlsx file; what the system has against it is said as what it is.
enum NewWorkbook {
  static func create(_ path: String) throws(FileFault) -> UnsafeMutablePointer<lxw_workbook> {
    // What the library says of a path is less than what the system does.
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw errno == ENOENT ? .folderAbsent : FileFault(errno) }
    close(descriptor)
    guard let book = workbook_new(path) else { throw .other(ENOMEM) }
    // The same contents are the same file.
    var properties = lxw_doc_properties()
    properties.created = 1_577_836_800
    workbook_set_properties(book, &properties)
    return book
  }
}
