// Nudges bubbles that would cover each other apart, and holds each near its centroid.

const { d3 } = window;
const STEPS = 60;
const GAP = 0.75;

let last = { asked: '', places: [] };

/** Moves the x and y of bubbles {x, y, r}; the same input gives the same places. */
export function spread(bubbles) {
  const asked = bubbles.map(({ x, y, r }) => `${x.toFixed(1)} ${y.toFixed(1)} ${r.toFixed(1)}`).join();
  if (asked !== last.asked) last = { asked, places: settle(bubbles.map(({ x, y, r }) => ({ x, y, r }))) };
  bubbles.forEach((bubble, index) => Object.assign(bubble, last.places[index]));
}

function settle(bubbles) {
  const home = bubbles.map(({ x, y }) => ({ x, y }));
  d3.forceSimulation(bubbles)
    .stop()
    .force('x', d3.forceX((_, index) => home[index].x).strength(0.3))
    .force('y', d3.forceY((_, index) => home[index].y).strength(0.3))
    .force('apart', d3.forceCollide((bubble) => bubble.r + GAP).strength(0.7).iterations(2))
    .tick(STEPS);
  return bubbles.map(({ x, y }) => ({ x, y }));
}
