import Diagnostics
import Rules

extension Supplier {
  /// Who it is, in words.
  var phrase: Phrase {
    switch self {
    case .applicant: Phrase(zh: "申报人", en: "the applicant")
    case .office: Phrase(zh: "评选办", en: "the award office")
    case .department: Phrase(zh: "联审部门（{name}）", en: "the clearing department ({name})")
    case .experts: Phrase(zh: "评审专家", en: "the experts")
    case .workflow: Phrase(zh: "流程", en: "the workflow")
    }
  }

  var arguments: [String: String] {
    if case .department(let name) = self { ["name": name] } else { [:] }
  }
}
