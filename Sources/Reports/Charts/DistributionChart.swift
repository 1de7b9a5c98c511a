import FEEL

/// How the totals lie: a bar for each class of equal width, with the minimum and the line.
struct DistributionChart {
  let totals: [Double]
  /// Verticals with their names, such as the minimum and the line.
  let marks: [(name: String, value: Double)]
  let title: String
  /// What is counted: 对象数, and what lies below: 总分.
  let axes: (x: String, y: String)

  var svg: String {
    let (width, height, left, right, top, bottom) = (640.0, 320.0, 44.0, 20.0, 66.0, 44.0)
    let bins = self.bins
    let most = Double(bins.map(\.count).max() ?? 1)
    let (low, high) = (bins.first?.from ?? 0, bins.last?.to ?? 1)
    func x(_ value: Double) -> Double { left + (value - low) / (high - low) * (width - left - right) }
    func y(_ count: Double) -> Double { height - bottom - count / most * (height - top - bottom) }
    return Chart.picture(640, 320, title: title) { svg in
      for count in stride(from: 0, through: most, by: max(1, (most / 4).rounded(.up))) {
        Chart.line(&svg, from: (left, y(count)), to: (width - right, y(count)), colour: Chart.grid)
        Chart.text(&svg, left - 6, y(count) + 4, Chart.number(count), anchor: "end")
      }
      for bin in bins where bin.count > 0 {
        svg.element(
          "rect",
          [
            "x": Chart.number(x(bin.from) + 1), "y": Chart.number(y(Double(bin.count))),
            "width": Chart.number(max(1, x(bin.to) - x(bin.from) - 2)),
            "height": Chart.number(y(0) - y(Double(bin.count))), "fill": Chart.main,
          ])
        Chart.text(&svg, (x(bin.from) + x(bin.to)) / 2, y(Double(bin.count)) - 4, "\(bin.count)", anchor: "middle")
      }
      Chart.line(&svg, from: (left, y(0)), to: (width - right, y(0)), colour: Chart.ink)
      // Many classes: not every bound has room for its number.
      let every = max(1, (bins.count + 11) / 12)
      for (index, bin) in bins.enumerated() where index % every == 0 {
        Chart.text(&svg, x(bin.from), height - bottom + 16, Chart.number(bin.from), anchor: "middle")
      }
      Chart.text(&svg, x(high), height - bottom + 16, Chart.number(high), anchor: "middle")
      Chart.text(&svg, width / 2, height - 6, axes.x, anchor: "middle")
      Chart.text(&svg, 6, 14, axes.y)
      for (index, mark) in marks.enumerated() where (low...high).contains(mark.value) {
        let colour = index == 0 ? Chart.line : Chart.other
        let head = 14 + Double(index % 2) * 16
        Chart.line(
          &svg, from: (x(mark.value), head), to: (x(mark.value), y(0)), colour: colour, width: 1.5, dashed: true)
        let isRight = x(mark.value) > width - 130
        Chart.text(
          &svg, x(mark.value) + (isRight ? -4 : 4), head + 6, "\(mark.name) \(Chart.number(mark.value))",
          anchor: isRight ? "end" : "start", colour: colour)
      }
    }
  }

  /// Classes of 1, 2, 5, 10 … points, so that there are at most some twenty.
  private var bins: [(from: Double, to: Double, count: Int)] {
    guard let least = totals.min(), let most = totals.max() else { return [(0, 1, 0)] }
    let all = marks.map(\.value) + [least, most]
    let spread = max(1, (all.max() ?? most) - (all.min() ?? least))
    let steps = [1.0, 2, 5, 10, 20, 50, 100, 200, 500]
    let step = steps.first { spread / $0 <= 20 } ?? 1000
    let low = ((all.min() ?? least) / step).rounded(.down) * step
    let high = (((all.max() ?? most) / step).rounded(.down) + 1) * step
    return stride(from: low, to: high, by: step).map { from in
      (from, from + step, totals.count { $0 >= from && $0 < from + step })
    }
  }
}
