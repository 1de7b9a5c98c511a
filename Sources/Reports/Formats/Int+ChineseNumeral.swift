extension Int {
  /// 一, 二, … 十, 十一, … 九十九; above that in digits.
  var chineseNumeral: String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<100).contains(self) else { return "\(self)" }
    let (tens, ones) = (self / 10, self % 10)
    return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + digits[ones]
  }
}
