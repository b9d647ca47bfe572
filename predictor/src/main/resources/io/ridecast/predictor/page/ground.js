// A faint ground under the bubbles, made from the centroids alone: an outline where communities are
// dense enough, and between them the lines halfway to each neighbour. It orients, for any catalogue.

const { d3 } = window;

/** Draws into a group. `points` are [x, y]. */
export function drawGround(group, points, width, height) {
  const outline = outlineOf(points, width, height);
  group.select('.land').attr('d', outline);
  group.select('#land-clip path').attr('d', outline);
  const mesh = points.length > 2
    ? d3.Delaunay.from(points).voronoi([0, 0, width, height]).render()
    : null;
  group.select('.mesh').attr('d', mesh);
}

export function prepareGround(group) {
  group.append('clipPath').attr('id', 'land-clip').append('path');
  group.append('path').attr('class', 'land');
  group.append('path').attr('class', 'mesh').attr('clip-path', 'url(#land-clip)');
}

function outlineOf(points, width, height) {
  const spacing = typicalSpacing(points);
  const bandwidth = spacing * 0.75;
  // The density that a point alone in the open has at a little over half the usual spacing.
  const threshold = (1 / (2 * Math.PI * bandwidth ** 2)) * 0.55;
  const [contour] = d3.contourDensity()
    .x((point) => point[0])
    .y((point) => point[1])
    .size([width, height])
    .cellSize(4)
    .bandwidth(bandwidth)
    .thresholds([threshold])(points);
  return contour ? d3.geoPath()(contour) : null;
}

/** Median distance to the nearest neighbour, in pixels. */
function typicalSpacing(points) {
  if (points.length < 2) return 60;
  const distances = points.map((point, index) =>
    d3.min(points, (other, otherIndex) =>
      otherIndex === index ? Infinity : Math.hypot(point[0] - other[0], point[1] - other[1])));
  return Math.min(120, Math.max(16, d3.median(distances)));
}
