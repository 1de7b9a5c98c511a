import Testing

@testable import Workflow

@Suite("同意率：同意票占到会人数的百分数，由流程写进记录")
struct ShareTests {
  @Test(
    "写到 34 位为止，截去不进位",
    arguments: [
      (15, 16, "93.75"), (10, 11, "90.90909090909090909090909090909090"), (2, 3, "66.66666666666666666666666666666666"),
      (16, 16, "100"), (0, 7, "0"), (1, 1_000_000, "0.0001"), (1, 300_000, "0.0003333333333333333333333333333333333"),
      (799_999, 1_000_000, "79.9999"),
    ])
  func percentage(_ yes: Int, _ base: Int, _ text: String) {
    #expect(Fraction.percentage(yes, of: base) == text)
    #expect(text.filter(\.isNumber).drop { $0 == "0" }.count <= 34)
  }

  @Test("没有到会的人，没有同意率")
  func nobody() { #expect(Fraction.percentage(0, of: 0) == nil) }
}
