import DMN
import Diagnostics
import FEEL
import Testing

@Suite("重叠与白写的行") struct OverlapTests {
  private let count = Domain.integers(Interval(from: Decimal(0), through: nil))
  private let levels = Domain.enumeration(["国家", "省", "市"])

  private func check(
    _ text: String, _ domains: [String: Domain], _ policy: HitPolicy, _ findings: [String]
  ) throws {
    let (table, found) = TableText(text, domains).compiled(policy)
    #expect(found == findings)
    #expect(table != nil)
  }

  @Test("unique 不许两行都符合") func unique() throws {
    try check(
      "次数 => 分\n>= 12 => 6\n[10..12] => 4\n< 10 => 0", ["次数": count], .unique,
      ["PX2506〔[10..12]〕第 1 行与第 2 行都符合 次数 12；命中方式 unique 只许一行相符｜第 1 行〔>= 12〕"])
    try check(
      "次数 => 分\n>= 10 => 6\n[8..14] => 4\n< 10 => 0", ["次数": count], .unique,
      [
        "PX2506〔[8..14]〕第 1 行与第 2 行都符合 次数 [10..14]；命中方式 unique 只许一行相符｜例如 次数 10｜第 1 行〔>= 10〕",
        "PX2506〔< 10〕第 2 行与第 3 行都符合 次数 [8..9]；命中方式 unique 只许一行相符｜例如 次数 8｜第 2 行〔[8..14]〕",
      ])
    try check(
      "级别 | 次数 => 分\n国家, 省 | - => 1\n省 | > 3 => 2\nelse => 0", ["级别": levels, "次数": count], .unique,
      [
        "PX2506〔省 | > 3〕第 1 行与第 2 行都符合 级别 省；次数 >= 4；命中方式 unique 只许一行相符"
          + "｜例如 级别 省；次数 4｜第 1 行〔国家, 省 | -〕"
      ])
  }

  @Test("any 只怕结果不同") func any() throws {
    try check("次数 => 分\n>= 12 => 6\n[10..12] => 6\n< 10 => 0", ["次数": count], .any, [])
    try check("次数 => 分\n>= 12 => 6\n[10..12] => 3 * 2\n< 10 => 0", ["次数": count], .any, [])
    try check(
      "次数 => 分\n>= 12 => 6\n[10..12] => 4\n< 10 => 0", ["次数": count], .any,
      ["PX2507〔[10..12]〕第 1 行与第 2 行都符合 次数 12，结果却不同；命中方式 any 要求结果相同｜第 1 行〔>= 12〕"])
  }

  @Test("first 里轮不到的行") func first() throws {
    try check("次数 => 分\n>= 12 => 6\n>= 10 => 4\n- => 0", ["次数": count], .first, [])
    try check(
      "次数 => 分\n>= 10 => 4\n>= 12 => 6\n- => 0", ["次数": count], .first,
      ["PX2508〔>= 12〕第 2 行永远轮不到：它能符合的取值，前面的行都已占去｜已被第 1 行占去〔>= 10〕"])
    try check(
      "级别 | 次数 => 分\n国家 | - => 4\n- | < 5 => 6\n- | >= 5 => 2\n国家, 省 | < 9 => 0", ["级别": levels, "次数": count],
      .first,
      [
        "PX2508〔国家, 省 | < 9〕第 4 行永远轮不到：它能符合的取值，前面的行都已占去"
          + "｜已被第 1 行占去〔国家 | -〕｜已被第 2 行占去〔- | < 5〕｜已被第 3 行占去〔- | >= 5〕"
      ])
  }

  @Test("空值也能轮到：没有名次的落到后面的行") func reachedByNull() throws {
    try check(
      "级别 | 次数 => 分\n国家 | >= 0 => 4\n国家 | - => 1\n- | - => 0", ["级别": levels, "次数": count], .first, [])
    try check(
      "级别 | 次数 => 分\n国家 | - => 4\n国家 | null => 1\n- | - => 0", ["级别": levels, "次数": count], .first,
      ["PX2508〔国家 | null〕第 2 行永远轮不到：它能符合的取值，前面的行都已占去｜已被第 1 行占去〔国家 | -〕"])
  }

  @Test("收集类可以重叠") func collect() throws {
    try check("次数 => 分\n>= 12 => 6\n>= 10 => 4", ["次数": count], .collect(.sum), [])
    try check("次数 => 分\n>= 12 => 6\n>= 10 => 4", ["次数": count], .ruleOrder, [])
  }

  @Test("一格不符合任何取值") func deadCell() throws {
    try check(
      "次数 => 分\n[3..1] => 6\nelse => 0", ["次数": count], .unique,
      ["PX2509〔[3..1]〕第 1 行的这一格不符合“次数”的任何取值（>= 0）"])
    try check(
      "率 => 分\n> 100 => 6\nelse => 0", ["率": .numbers(Interval(from: Decimal(0), through: Decimal(100)))], .first,
      ["PX2509〔> 100〕第 1 行的这一格不符合“率”的任何取值（[0..100]）"])
  }
}
