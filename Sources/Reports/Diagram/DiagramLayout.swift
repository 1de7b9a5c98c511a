/// Where everything stands in a picture: boxes in rows of columns, lines in the lanes between them.
struct DiagramLayout {
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  struct Frame: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var right: Int { x + width }
    var bottom: Int { y + height }
  }

  struct Line {
    let edge: DiagramGraph.Edge
    /// From the edge of the one box to that of the other, each stretch upright or level.
    let points: [Point]
    /// Where the label begins, on the line on which it is written.
    let label: Point
  }

  let frames: [Frame]
  let lines: [Line]
  let width: Int
  let height: Int

  /// Below the top of a box: where ways leave and enter.
  static let wayOffset = 20

  /// The arrangement that fills a sheet of A4, laid crosswise, best; of those that fit on one without being made
  /// smaller, that with the fewest rows.
  init(_ graph: DiagramGraph, sizes: [(width: Int, height: Int)]) {
    let layers = DiagramLayers(graph).layers
    let candidates = (1...max(1, layers.count)).map { columns in
      Arrangement(graph, layers, sizes, columns: columns).laidOut()
    }
    self = candidates.reversed().min { $0.extent < $1.extent } ?? candidates[0]
  }

  fileprivate init(frames: [Frame], lines: [Line], width: Int, height: Int) {
    self.frames = frames
    self.lines = lines
    self.width = width
    self.height = height
  }

  /// How large a sheet it needs: the longer side of one that holds it, but no smaller than A4 is on a screen.
  private var extent: Int { max(width, height * 297 / 210, Self.sheetWidth) }

  private static let sheetWidth = 1123
}

/// Rows of columns with lanes between them. Lanes are as wide as the lines that run in them ask for.
private struct Arrangement {
  private typealias Point = DiagramLayout.Point
  private typealias Frame = DiagramLayout.Frame

  private let graph: DiagramGraph
  private let sizes: [(width: Int, height: Int)]
  private let columns: Int
  private let rows: Int
  /// Of each node: its row, its column, and its place in the stack there.
  private var places: [Place]
  private var stacks: [[[Int]]]

  private struct Place {
    var row = 0
    var column = -1
    var level = 0
    var isFirst = true
    var isLast = true
  }

  init(_ graph: DiagramGraph, _ layers: [[Int]], _ sizes: [(width: Int, height: Int)], columns: Int) {
    self.graph = graph
    self.sizes = sizes
    self.columns = columns
    rows = (layers.count + columns - 1) / columns
    places = [Place](repeating: Place(), count: graph.nodes.count)
    stacks = [[[Int]]](repeating: [[Int]](repeating: [], count: columns), count: rows)
    for (index, layer) in layers.enumerated() {
      stacks[index / columns][index % columns] = layer
      for (level, node) in layer.enumerated() {
        places[node] = Place(
          row: index / columns, column: index % columns, level: level, isFirst: level == 0,
          isLast: level == layer.count - 1)
      }
    }
  }

  // MARK: Routes

  /// A stretch of a line in a lane. Along upright lanes rows count 2r + 1 and level lanes 2r; along level lanes columns
  /// count 2c + 1 and upright lanes 2c.
  private struct Stretch {
    /// Upright lanes: 0 is left of the first column; `outer` ones run beside everything.
    enum Lane: Hashable {
      case upright(Int)
      case level(Int)
      case outerLeft, outerRight
    }

    let lane: Lane
    let from: Int
    let to: Int
    var track = 0

    var range: ClosedRange<Int> { min(from, to)...max(from, to) }
  }

  private struct Route {
    enum Side { case left, right, top, bottom }

    let edge: DiagramGraph.Edge
    var leaving: Side
    var entering: Side
    /// Which of the lines at this side of the box it is.
    var leavingPort = 0
    var enteringPort = 0
    var stretches: [Stretch] = []
  }

  private func route(_ edge: DiagramGraph.Edge) -> Route {
    let (from, to) = (places[edge.from], places[edge.to])
    return edge.kind == .way ? way(edge, from, to) : aside(edge, from, to)
  }

  /// From the right of one box to the left of the other.
  private func way(_ edge: DiagramGraph.Edge, _ from: Place, _ to: Place) -> Route {
    var route = Route(edge: edge, leaving: .right, entering: .left)
    let row = 2 * from.row + 1
    if from.row == to.row, to.column == from.column + 1 {
      route.stretches = [Stretch(lane: .upright(to.column), from: row, to: row)]
      return route
    }
    let lane = to.row < from.row ? from.row : from.row + 1
    route.stretches = [Stretch(lane: .upright(from.column + 1), from: row, to: 2 * lane)]
    route.stretches += between(lane, 2 * (from.column + 1), and: to, at: 2 * to.column)
    route.stretches.append(Stretch(lane: .upright(to.column), from: 2 * entryLane(lane, to), to: 2 * to.row + 1))
    return route
  }

  /// The level lane from which a box is entered at its left: the one above it, unless the line comes along below.
  private func entryLane(_ lane: Int, _ to: Place) -> Int { lane == to.row + 1 ? lane : to.row }

  /// Along level lanes to a place, over an outer lane where rows lie between.
  private func between(_ lane: Int, _ start: Int, and to: Place, at end: Int) -> [Stretch] {
    let entry = entryLane(lane, to)
    if entry == lane { return [Stretch(lane: .level(lane), from: start, to: end)] }
    let isLeft = end <= columns
    let edge = isLeft ? -1 : 2 * columns + 1
    return [
      Stretch(lane: .level(lane), from: start, to: edge),
      Stretch(lane: isLeft ? .outerLeft : .outerRight, from: 2 * lane, to: 2 * entry),
      Stretch(lane: .level(entry), from: edge, to: end),
    ]
  }

  /// From top or bottom of one box to top or bottom of the other, or by their sides where others stand in between.
  private func aside(_ edge: DiagramGraph.Edge, _ from: Place, _ to: Place) -> Route {
    let isDown = to.row > from.row
    let lane = isDown ? from.row + 1 : from.row
    let leaves = isDown ? from.isLast : from.isFirst
    let entry = entryLane(lane, to)
    let enters = entry == to.row ? to.isFirst : to.isLast
    var route = Route(
      edge: edge, leaving: leaves ? (isDown ? .bottom : .top) : .right,
      entering: enters ? (entry == to.row ? .top : .bottom) : .left)
    var start = 2 * from.column + 1
    if !leaves {
      start = 2 * (from.column + 1)
      route.stretches.append(Stretch(lane: .upright(from.column + 1), from: 2 * from.row + 1, to: 2 * lane))
    }
    let end = enters ? 2 * to.column + 1 : 2 * to.column
    route.stretches += between(lane, start, and: to, at: end)
    if !enters { route.stretches.append(Stretch(lane: .upright(to.column), from: 2 * entry, to: 2 * to.row + 1)) }
    return route
  }

  // MARK: Tracks

  /// Lines in one lane that would run over each other get tracks of their own.
  private func tracked(_ routes: [Route]) -> (routes: [Route], widths: [Stretch.Lane: Int]) {
    var routes = routes
    var taken: [Stretch.Lane: [[ClosedRange<Int>]]] = [:]
    for (index, route) in routes.enumerated() {
      for (number, stretch) in route.stretches.enumerated() {
        var tracks = taken[stretch.lane, default: []]
        let free = tracks.firstIndex { track in !track.contains { $0.overlaps(stretch.range) } }
        let track = free ?? tracks.count
        if free == nil { tracks.append([]) }
        tracks[track].append(stretch.range)
        taken[stretch.lane] = tracks
        routes[index].stretches[number].track = track
      }
    }
    return (routes, taken.mapValues(\.count))
  }

  /// Lines that leave or enter a box at the same side stand beside each other; ways enter at one point.
  private func ported(_ routes: [Route]) -> [Route] {
    struct Key: Hashable {
      let node: Int
      let side: Route.Side
    }
    var routes = routes
    var count: [Key: Int] = [:]
    func next(_ node: Int, _ side: Route.Side) -> Int {
      count[Key(node: node, side: side), default: 0] += 1
      return count[Key(node: node, side: side)]! - 1
    }
    for kind in [DiagramGraph.Edge.Kind.way, .aside] {
      for index in routes.indices where routes[index].edge.kind == kind {
        routes[index].leavingPort = next(routes[index].edge.from, routes[index].leaving)
        let entering = routes[index].entering
        if kind == .aside {
          routes[index].enteringPort = next(routes[index].edge.to, entering) + (entering == .left ? 1 : 0)
        }
      }
    }
    return routes
  }

  // MARK: Measures

  private static let (levelSpacing, uprightSpacing) = (18, 10)
  private static let (levelMargin, uprightMargin) = (12, 14)
  private static let startWidth = 64

  func laidOut() -> DiagramLayout {
    let (routes, widths) = tracked(ported(graph.edges.map(route)))
    func upright(_ lane: Int) -> Int {
      2 * Self.uprightMargin + Self.uprightSpacing * max(0, (widths[.upright(lane)] ?? 0) - 1)
    }
    func level(_ lane: Int) -> Int {
      2 * Self.levelMargin + Self.levelSpacing * max(0, (widths[.level(lane)] ?? 0) - 1)
    }
    let outerLeft = Self.uprightSpacing * ((widths[.outerLeft] ?? 0) + 1)
    let outerRight = Self.uprightSpacing * ((widths[.outerRight] ?? 0) + 1)
    let columnWidths = (0..<columns).map { column in
      stacks.flatMap { $0[column] }.map { sizes[$0].width }.max() ?? 0
    }
    // Where the upright lanes, the columns and the level lanes begin.
    var (lanesX, columnsX) = ([Int](), [Int]())
    var x = outerLeft + Self.startWidth
    for column in 0...columns {
      lanesX.append(x)
      x += upright(column)
      columnsX.append(x)
      if column < columns { x += columnWidths[column] }
    }
    let right = x
    var (lanesY, rowsY) = ([Int](), [Int]())
    var y = 0
    for row in 0...rows {
      lanesY.append(y)
      y += level(row)
      rowsY.append(y)
      if row < rows { y += rowHeight(row) }
    }
    let grid = Grid(
      lanesX: lanesX, lanesY: lanesY, columnsX: columnsX, rowsY: rowsY, outerLeft: Self.uprightSpacing,
      outerRight: right + Self.uprightSpacing)
    let frames = graph.nodes.indices.map { frame($0, grid) }
    let lines = routes.map { line($0, frames, grid) }
    return DiagramLayout(frames: frames, lines: lines, width: right + outerRight, height: y)
  }

  private struct Grid {
    let lanesX: [Int]
    let lanesY: [Int]
    let columnsX: [Int]
    let rowsY: [Int]
    let outerLeft: Int
    let outerRight: Int
  }

  private static let stackGap = 18

  private func rowHeight(_ row: Int) -> Int {
    stacks[row].map { stack in
      stack.reduce(0) { $0 + sizes[$1].height } + Self.stackGap * max(0, stack.count - 1)
    }.max() ?? 0
  }

  private func frame(_ node: Int, _ grid: Grid) -> Frame {
    let (place, size) = (places[node], sizes[node])
    // A box that is lower than the line of the ways stands across it.
    let lowered = max(0, DiagramLayout.wayOffset - size.height / 2)
    guard place.column >= 0 else {
      // The start stands in the lane before the first box.
      return Frame(
        x: grid.lanesX[0] - size.width + 6, y: grid.rowsY[0] + lowered, width: size.width, height: size.height)
    }
    let above = stacks[place.row][place.column].prefix(place.level)
    let y = grid.rowsY[place.row] + above.reduce(0) { $0 + sizes[$1].height + Self.stackGap }
    return Frame(x: grid.columnsX[place.column], y: y + lowered, width: size.width, height: size.height)
  }

  // MARK: Lines

  private static let portSpacing = 14

  private func line(_ route: Route, _ frames: [Frame], _ grid: Grid) -> DiagramLayout.Line {
    let start = port(frames[route.edge.from], route.leaving, route.leavingPort)
    let end = port(frames[route.edge.to], route.entering, route.enteringPort)
    var points = [start]
    for stretch in route.stretches {
      let last = points[points.count - 1]
      switch stretch.lane {
      case .upright(let lane):
        points.append(Point(x: grid.lanesX[lane] + Self.uprightMargin + Self.uprightSpacing * stretch.track, y: last.y))
      case .outerLeft: points.append(Point(x: grid.outerLeft + Self.uprightSpacing * stretch.track, y: last.y))
      case .outerRight: points.append(Point(x: grid.outerRight + Self.uprightSpacing * stretch.track, y: last.y))
      case .level(let lane):
        points.append(Point(x: last.x, y: grid.lanesY[lane] + Self.levelMargin + Self.levelSpacing * stretch.track))
      }
    }
    let last = points[points.count - 1]
    switch route.entering {
    case .left, .right: points.append(Point(x: last.x, y: end.y))
    case .top, .bottom: points.append(Point(x: end.x, y: last.y))
    }
    points.append(end)
    return DiagramLayout.Line(edge: route.edge, points: Self.simplified(points), label: label(route, points))
  }

  private func port(_ frame: Frame, _ side: Route.Side, _ number: Int) -> Point {
    let isSmall = frame.height < 2 * DiagramLayout.wayOffset
    let offset = min(
      (isSmall ? frame.height / 2 : DiagramLayout.wayOffset) + Self.portSpacing * number,
      max(frame.height - 6, frame.height / 2))
    // From the middle outwards, to one side and the other.
    let step = 22 * ((number + 1) / 2) * (number % 2 == 0 ? -1 : 1)
    let across = min(max(frame.width / 2 + step, 8), frame.width - 8)
    return switch side {
    case .left: Point(x: frame.x, y: frame.y + offset)
    case .right: Point(x: frame.right, y: frame.y + offset)
    case .top: Point(x: frame.x + across, y: frame.y)
    case .bottom: Point(x: frame.x + across, y: frame.bottom)
    }
  }

  /// Beside the point where the line leaves the box, on its first stretch.
  private func label(_ route: Route, _ points: [Point]) -> Point {
    switch route.leaving {
    case .right, .left: return Point(x: points[0].x + 3, y: points[0].y - 3)
    case .top, .bottom:
      let level = points.count > 1 ? points[1].y : points[0].y
      return Point(x: points[0].x + 4, y: level - 4)
    }
  }

  /// Without points that lie on a straight line, or twice.
  private static func simplified(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for point in points where kept.last != point {
      if kept.count > 1, let last = kept.last {
        let before = kept[kept.count - 2]
        if (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y) { kept.removeLast() }
      }
      kept.append(point)
    }
    return kept
  }
}
