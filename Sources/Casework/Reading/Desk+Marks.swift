public import Diagnostics
public import Evaluation
import FEEL
import Records
import Rules

extension Desk {
  /// Reads a sheet of judges' scores: a row for each judge and nominee, in any format of records. Rows with a fault are
  /// reported and left out.
  ///
  /// - Returns: `nil` where there is no sheet to read.
  public func marks(_ path: String, log: inout DiagnosticLog) throws(Unreadable) -> [JudgeMark]? {
    let source = try source(path)
    guard let format = RecordFormat(fileName: source.name) else {
      log.report(Diagnostic(.unknownFormat, at: nil, ["path": source.name]))
      return nil
    }
    let schema = Self.scoreSheet
    let batch = RecordBatch.read(source, as: format, schema, log: &log)
    return batch.records.compactMap { record in
      func value(_ name: String) -> Value? {
        schema.fields.firstIndex { $0.name == name }.map { record.values[$0] }
      }
      guard let judge = value("评委")?.string, let nominee = value("对象")?.string else {
        log.report(Diagnostic(.markWithoutNames, at: record.span))
        return nil
      }
      return JudgeMark(
        judge: judge, nominee: nominee, score: value("分数")?.number,
        state: value("状态")?.string.flatMap(JudgeMark.State.init) ?? .valid, judgeUnit: value("评委单位")?.string,
        nomineeUnit: value("对象单位")?.string, group: value("组")?.string)
    }
  }

  private static let scoreSheet = RecordSchema(fields: [
    Field(name: "评委", shape: .string, requirement: .required, supplier: .experts, isKey: true),
    Field(name: "对象", shape: .string, requirement: .required, supplier: .experts, isKey: true, isTitle: true),
    Field(
      name: "分数", shape: .number, requirement: .optional, supplier: .experts,
      range: ValueRange(
        lower: .number(.zero), lowerIncluded: true, upper: .number(Decimal(100)), upperIncluded: true, text: "[0..100]")
    ),
    Field(
      name: "状态", shape: .string, requirement: .optional, supplier: .office,
      oneOf: JudgeMark.State.allCases.map(\.rawValue)),
    Field(name: "评委单位", shape: .string, requirement: .optional, supplier: .office),
    Field(name: "对象单位", shape: .string, requirement: .optional, supplier: .office),
    Field(name: "组", shape: .string, requirement: .optional, supplier: .office),
  ])
}
