public import Diagnostics

/// What the documents of a selection say that neither rules nor records know: the organ, its numbers, where objections go,
/// and how lists are laid out. Layout and elements follow GB/T 9704-2012.
public struct PaperSettings: Sendable {
  /// 发文机关.
  public let organ: String
  /// Who carries the selection out, and signs what is no decision: 评选工作办公室.
  public let office: String
  public let order: ListOrder
  /// By the awards' names, in the order in which documents name them.
  public let awards: [(name: String, settings: AwardSettings)]
  public let notice: NoticeSettings
  public let decision: DecisionSettings
  /// The boxes for opinions at the end of a recommendation form.
  public let opinions: [String]

  public subscript(award: String) -> AwardSettings? { awards.first { $0.name == award }?.settings }
}

/// The order of a list that is published, which the list itself has to name.
public enum ListOrder: String, Sendable, CaseIterable {
  /// 笔画, as the Unicode collation counts them.
  case strokes
  case rank
  /// By 编号.
  case number
}

/// How the nominees of one award are counted, called and told apart.
public struct AwardSettings: Sendable {
  /// 量词: 家, 个, 名.
  public let counter: String
  /// 企业, 班组, 同志.
  public let noun: String
  /// Fields that stand behind a name in a public list.
  public let behind: [NamedField]
  /// The field that 汇总表 shows as 类别.
  public let category: NamedField?
  /// The field that holds the nominee's firm; `nil` where it is the nominee itself.
  public let unit: NamedField?
  /// The deeds in prose, 主要事迹.
  public let deeds: Deeds?

  public struct Deeds: Sendable {
    /// A field of the record; a form without one leaves room.
    public let field: NamedField?
    /// Characters; a longer text is refused, never cut.
    public let limit: Int
  }
}

/// A field's name, and where it is written.
public struct NamedField: Sendable {
  public let name: String
  public let span: Span
}

/// 公示公告: where objections go.
public struct NoticeSettings: Sendable {
  public let receiver: String?
  public let address: String?
  public let postcode: String?
  public let telephone: String?
  public let hours: String?
  public let email: String?
  /// 纪检监督电话.
  public let supervision: String?

  /// The keys of what a notice must not do without and is not said.
  public var missing: [String] {
    let needed = [
      ("receiver", receiver), ("address", address), ("telephone", telephone), ("email", email),
      ("supervision", supervision),
    ]
    return needed.filter { $0.1 == nil }.map(\.0)
  }
}

/// 命名决定.
public struct DecisionSettings: Sendable {
  /// 发文字号 of the decisions of the round, in their order.
  public let numbers: [String]
  /// 主送.
  public let addressees: String?
  /// 抄送.
  public let copies: String?
  /// 印发机关.
  public let printer: String?
  /// Why honours are given, before the decision; a text of the engine's stands for it.
  public let purpose: String?
  /// 号召, a paragraph each; a text of the engine's stands for it.
  public let appeal: [String]
}
