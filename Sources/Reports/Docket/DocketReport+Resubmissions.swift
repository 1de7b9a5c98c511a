public import Casework
import FEEL
import Records
import Rules

extension DocketReport {
  /// Nominees who handed in their records anew, each with what differs; sensitive facts masked.
  public func resubmissions(_ list: [Docket.Resubmission]) -> String {
    list.map { resubmission in
      let (earlier, new) = (resubmission.earlier, resubmission.new)
      let values = ValueText(resubmission.rules, language)
      let changes = resubmission.rules.schema.fields.indices.compactMap { index -> String? in
        let (before, after) = (earlier.values[index], new.values[index])
        guard before != after else { return nil }
        let name = resubmission.rules.schema.fields[index].name
        return "  \(name)\(word("：", ": "))\(values.text(before, of: name)) → \(values.text(after, of: name))\n"
      }
      let number = new.id == new.title ? "" : word("（\(new.id)）", " (\(new.id))")
      let title = "\(new.title)\(number)"
      return changes.isEmpty
        ? word("\(title)重新递交，与上一份相同\n", "\(title) was handed in anew, with the same facts\n")
        : word("\(title)重新递交，与上一份不同的：\n", "\(title) was handed in anew; what differs:\n") + changes.joined()
    }.joined()
  }
}
