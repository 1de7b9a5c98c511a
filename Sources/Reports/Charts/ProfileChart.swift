/// Dimensions side by side: what a group reached of the full points of each, in per cent, against another group.
struct ProfileChart {
  struct Row {
    let name: String
    /// Shares from 0 to 1, one for each series; `nil`: nobody has any.
    let shares: [Double?]
    /// What the shares stand for: `21.4／25`.
    let labels: [String]
  }

  let rows: [Row]
  /// Two at most.
  let series: [String]
  let title: String

  var svg: String {
    let (left, right, top, step) = (150.0, 90.0, 34.0, 46.0)
    let width = 640.0
    let height = top + Double(rows.count) * step + 10
    let colours = [Chart.main, Chart.pale]
    return Chart.picture(640, Int(height), title: title) { svg in
      for (index, name) in series.enumerated() {
        let x = left + Double(index) * 200
        svg.element(
          "rect", ["x": Chart.number(x), "y": "8", "width": "12", "height": "12", "fill": colours[index % 2]])
        Chart.text(&svg, x + 18, 18, name)
      }
      for percent in [0.0, 0.25, 0.5, 0.75, 1] {
        let x = left + percent * (width - left - right)
        Chart.line(&svg, from: (x, top - 6), to: (x, height - 8), colour: Chart.grid)
      }
      for (index, row) in rows.enumerated() {
        let y = top + Double(index) * step
        Chart.text(&svg, left - 8, y + 20, row.name, anchor: "end")
        for (place, share) in row.shares.enumerated() {
          guard let share else { continue }
          let length = max(0, min(1, share)) * (width - left - right)
          svg.element(
            "rect",
            [
              "x": Chart.number(left), "y": Chart.number(y + Double(place) * 17), "width": Chart.number(length),
              "height": "14", "fill": colours[place % 2],
            ])
          Chart.text(&svg, left + length + 5, y + Double(place) * 17 + 11.5, row.labels[place])
        }
      }
    }
  }
}
