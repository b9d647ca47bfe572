// Nudges bubbles that would cover each other apart, and holds each near its centroid.

const { d3 } = window;
const STEPS = 90;
const GAP = 0.75;

/** Moves the x and y of bubbles {x, y, r}; the same input gives the same places. */
export function spread(bubbles) {
  const home = bubbles.map(({ x, y }) => ({ x, y }));
  d3.forceSimulation(bubbles)
    .stop()
    .force('x', d3.forceX((_, index) => home[index].x).strength(0.3))
    .force('y', d3.forceY((_, index) => home[index].y).strength(0.3))
    .force('apart', d3.forceCollide((bubble) => bubble.r + GAP).strength(0.7).iterations(2))
    .tick(STEPS);
}
