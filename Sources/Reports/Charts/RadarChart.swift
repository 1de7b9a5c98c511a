import Foundation

/// One nominee's dimensions around a centre, against the mean of those on the list.
struct RadarChart {
  struct Axis {
    let name: String
    /// From 0 to 1.
    let own: Double
    let mean: Double?
    /// `21.4／25`
    let label: String
  }

  let axes: [Axis]
  let title: String
  /// The nominee, and those it is compared with.
  let legend: (own: String, mean: String)

  /// `nil`: fewer than three dimensions have no shape.
  var svg: String? {
    guard axes.count >= 3 else { return nil }
    let (centre, radius) = ((x: 230.0, y: 165.0), 110.0)
    func point(_ index: Int, _ share: Double) -> (x: Double, y: Double) {
      let angle = Double(index) / Double(axes.count) * 2 * Double.pi - Double.pi / 2
      return (centre.x + cos(angle) * radius * share, centre.y + sin(angle) * radius * share)
    }
    func outline(_ shares: [Double]) -> String {
      shares.enumerated().map { index, share in
        let place = point(index, max(0, min(1, share)))
        return "\(Chart.number(place.x)),\(Chart.number(place.y))"
      }.joined(separator: " ")
    }
    return Chart.picture(460, 340, title: title) { svg in
      for ring in [0.25, 0.5, 0.75, 1] {
        svg.element(
          "polygon", ["points": outline(axes.map { _ in ring }), "fill": "none", "stroke": Chart.grid])
      }
      for (index, axis) in axes.enumerated() {
        let end = point(index, 1)
        Chart.line(&svg, from: centre, to: end, colour: Chart.grid)
        let place = point(index, 1.12)
        let anchor = abs(place.x - centre.x) < 10 ? "middle" : place.x > centre.x ? "start" : "end"
        let lift = place.y < centre.y - radius ? -10.0 : 0
        Chart.text(&svg, place.x, place.y + 2 + lift, axis.name, anchor: anchor)
        Chart.text(&svg, place.x, place.y + 16 + lift, axis.label, anchor: anchor)
      }
      if axes.allSatisfy({ $0.mean != nil }) {
        svg.element(
          "polygon",
          [
            "points": outline(axes.map { $0.mean ?? 0 }), "fill": "none", "stroke": Chart.other,
            "stroke-width": "1.5", "stroke-dasharray": "5 3",
          ])
      }
      svg.element(
        "polygon",
        [
          "points": outline(axes.map(\.own)), "fill": Chart.main, "fill-opacity": "0.18", "stroke": Chart.main,
          "stroke-width": "2",
        ])
      Chart.line(&svg, from: (110, 328), to: (134, 328), colour: Chart.main, width: 2)
      Chart.text(&svg, 140, 332, legend.own)
      Chart.line(&svg, from: (250, 328), to: (274, 328), colour: Chart.other, width: 1.5, dashed: true)
      Chart.text(&svg, 280, 332, legend.mean)
    }
  }
}
