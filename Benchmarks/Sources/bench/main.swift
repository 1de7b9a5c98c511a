import Foundation

// usage: bench [RECORDS.ndjson]
// One figure a line, `name value unit`, for scripts/bench. Without records it makes some of its own.

let criteria = try Criteria(records: try Records.read(CommandLine.arguments.dropFirst().first))

let allocations = criteria.allocations()
print("evaluation \(Int(criteria.recordsPerSecond())) records/s")
print("allocations \(allocations) in \(criteria.count) records")
print("compilation \(Compilation.microseconds()) µs")
