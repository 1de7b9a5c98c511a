import FEEL
import Testing

/// The examples of DMN 1.5 §10.3.4.7, table 78.
@Suite("标准的例子：区间的关系") struct StandardRanges {
  @Test(
    "在前、在后",
    arguments: [
      "before(1, 10) => true", "before(10, 1) => false", "before(1, [1..10]) => false", "before(1, (1..10]) => true",
      "before(1, [5..10]) => true", "before([1..10], 10) => false", "before([1..10), 10) => true",
      "before([1..10], 15) => true", "before([1..10], [15..20]) => true", "before([1..10], [10..20]) => false",
      "before([1..10), [10..20]) => true", "before([1..10], (10..20]) => true", "after(10, 5) => true",
      "after(5, 10) => false", "after(12, [1..10]) => true", "after(10, [1..10)) => true",
      "after(10, [1..10]) => false", "after([11..20], 12) => false", "after([11..20], 10) => true",
      "after((11..20], 11) => true", "after([11..20], 11) => false", "after([11..20], [1..10]) => true",
      "after([1..10], [11..20]) => false", "after([11..20], [1..11)) => true", "after((11..20], [1..11]) => true",
    ])
  func before(_ line: String) { check(line) }

  @Test(
    "相接",
    arguments: [
      "meets([1..5], [5..10]) => true", "meets([1..5), [5..10]) => false", "meets([1..5], (5..10]) => false",
      "meets([1..5], [6..10]) => false", "met by([5..10], [1..5]) => true", "met by([5..10], [1..5)) => false",
      "met by((5..10], [1..5]) => false", "met by([6..10], [1..5]) => false",
    ])
  func meets(_ line: String) { check(line) }

  @Test(
    "重叠",
    arguments: [
      "overlaps([1..5], [3..8]) => true", "overlaps([3..8], [1..5]) => true", "overlaps([1..8], [3..5]) => true",
      "overlaps([3..5], [1..8]) => true", "overlaps([1..5], [6..8]) => false", "overlaps([6..8], [1..5]) => false",
      "overlaps([1..5], [5..8]) => true", "overlaps([1..5], (5..8]) => false", "overlaps([1..5), [5..8]) => false",
      "overlaps([1..5), (5..8]) => false", "overlaps([5..8], [1..5]) => true", "overlaps((5..8], [1..5]) => false",
      "overlaps([5..8], [1..5)) => false", "overlaps((5..8], [1..5)) => false",
      "overlaps before([1..5], [3..8]) => true", "overlaps before([1..5], [6..8]) => false",
      "overlaps before([1..5], [5..8]) => true", "overlaps before([1..5], (5..8]) => false",
      "overlaps before([1..5), [5..8]) => false", "overlaps before([1..5), (1..5]) => true",
      "overlaps before([1..5], (1..5]) => true", "overlaps before([1..5), [1..5]) => false",
      "overlaps before([1..5], [1..5]) => false", "overlaps after([3..8], [1..5]) => true",
      "overlaps after([6..8], [1..5]) => false", "overlaps after([5..8], [1..5]) => true",
      "overlaps after((5..8], [1..5]) => false", "overlaps after([5..8], [1..5)) => false",
      "overlaps after((1..5], [1..5)) => true", "overlaps after((1..5], [1..5]) => true",
      "overlaps after([1..5], [1..5)) => false", "overlaps after([1..5], [1..5]) => false",
    ])
  func overlaps(_ line: String) { check(line) }

  @Test(
    "收尾",
    arguments: [
      "finishes(10, [1..10]) => true", "finishes(10, [1..10)) => false", "finishes([5..10], [1..10]) => true",
      "finishes([5..10), [1..10]) => false", "finishes([5..10), [1..10)) => true",
      "finishes([1..10], [1..10]) => true", "finishes((1..10], [1..10]) => true", "finished by([1..10], 10) => true",
      "finished by([1..10), 10) => false", "finished by([1..10], [5..10]) => true",
      "finished by([1..10], [5..10)) => false", "finished by([1..10), [5..10)) => true",
      "finished by([1..10], [1..10]) => true", "finished by([1..10], (1..10]) => true",
    ])
  func finishes(_ line: String) { check(line) }

  @Test(
    "包含",
    arguments: [
      "includes([1..10], 5) => true", "includes([1..10], 12) => false", "includes([1..10], 1) => true",
      "includes([1..10], 10) => true", "includes((1..10], 1) => false", "includes([1..10), 10) => false",
      "includes([1..10], [4..6]) => true", "includes([1..10], [1..5]) => true", "includes((1..10], (1..5]) => true",
      "includes([1..10], (1..10)) => true", "includes([1..10), [5..10)) => true",
      "includes([1..10], [1..10)) => true", "includes([1..10], (1..10]) => true",
      "includes([1..10], [1..10]) => true", "during(5, [1..10]) => true", "during(12, [1..10]) => false",
      "during(1, [1..10]) => true", "during(10, [1..10]) => true", "during(1, (1..10]) => false",
      "during(10, [1..10)) => false", "during([4..6], [1..10]) => true", "during([1..5], [1..10]) => true",
      "during((1..5], (1..10]) => true", "during((1..10), [1..10]) => true", "during([5..10), [1..10)) => true",
      "during([1..10), [1..10]) => true", "during((1..10], [1..10]) => true", "during([1..10], [1..10]) => true",
    ])
  func includes(_ line: String) { check(line) }

  @Test(
    "起头",
    arguments: [
      "starts(1, [1..10]) => true", "starts(1, (1..10]) => false", "starts(2, [1..10]) => false",
      "starts([1..5], [1..10]) => true", "starts((1..5], (1..10]) => true", "starts((1..5], [1..10]) => false",
      "starts([1..5], (1..10]) => false", "starts([1..10], [1..10]) => true", "starts([1..10), [1..10]) => true",
      "starts((1..10), (1..10)) => true", "started by([1..10], 1) => true", "started by((1..10], 1) => false",
      "started by([1..10], 2) => false", "started by([1..10], [1..5]) => true", "started by((1..10], (1..5]) => true",
      "started by([1..10], (1..5]) => false", "started by((1..10], [1..5]) => false",
      "started by([1..10], [1..10]) => true", "started by([1..10], [1..10)) => true",
      "started by((1..10), (1..10)) => true",
    ])
  func starts(_ line: String) { check(line) }

  @Test(
    "重合",
    arguments: [
      "coincides(5, 5) => true", "coincides(3, 4) => false", "coincides([1..5], [1..5]) => true",
      "coincides((1..5), [1..5]) => false", "coincides([1..5], [2..6]) => false",
    ])
  func coincides(_ line: String) { check(line) }
}
