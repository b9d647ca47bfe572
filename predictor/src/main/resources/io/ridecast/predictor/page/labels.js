// Names of the largest communities, only where there is room: inside the bubble in one line or two,
// else beside it where no other bubble lies, else not at all.

const { d3 } = window;
const CHARACTER = 6.2;
const LINE = 13;
const MOST = 16;
const WORTH_NAMING = 9;
const WORTH_AVOIDING = 4.5;

export function drawLabels(group, bubbles, selected, width, height) {
  const obstacles = bubbles.filter(({ r }) => r > WORTH_AVOIDING);
  const labels = [];
  const ranked = [...bubbles].sort((a, b) => (b.key === selected) - (a.key === selected) || b.r - a.r);
  for (const bubble of ranked) {
    if (labels.length === MOST) break;
    const chosen = bubble.key === selected;
    if (bubble.r < WORTH_NAMING && !chosen) continue;
    const free = ({ box }) => inside(box, width, height)
      && !labels.some((label) => overlap(label.box, box))
      && !obstacles.some((other) => other !== bubble && covers(other, box));
    const label = within(bubble) ?? beside(bubble).find(free) ?? (chosen ? beside(bubble)[0] : null);
    if (label) labels.push({ ...label, key: bubble.key });
  }
  draw(group, labels);
}

function draw(group, labels) {
  group.selectAll('text').data(labels, ({ key }) => key).join('text')
    .attr('text-anchor', 'middle')
    .attr('data-inside', ({ step }) => step ?? null)
    .selectAll('tspan')
    .data(({ box, lines }) => lines.map((text, index) => ({
      text,
      x: (box.left + box.right) / 2,
      y: box.top + (index + 1) * LINE - 3,
    })))
    .join('tspan')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(({ text }) => text);
}

/** The name within its bubble, in one line or two, or null if it does not fit. */
function within(bubble) {
  const lines = [[bubble.name], halves(bubble.name)].find((candidate) => candidate && fits(candidate, bubble.r));
  return lines ? { lines, box: boxOf(lines, bubble.x, bubble.y), step: bubble.step } : null;
}

function fits(lines, r) {
  const half = d3.max(lines, (line) => line.length) * CHARACTER / 2;
  return Math.hypot(half, (lines.length - 1) * LINE * 0.75) < r - 1;
}

/** A name cut at the space nearest to its middle. */
function halves(name) {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const cut = d3.least(spaces, (index) => Math.abs(index - name.length / 2));
  return cut === undefined ? null : [name.slice(0, cut), name.slice(cut + 1)];
}

function beside(bubble) {
  const lines = [bubble.name];
  const across = bubble.r + (bubble.name.length * CHARACTER) / 2 + 4;
  const up = bubble.r + LINE / 2 + 1;
  const at = (x, y) => ({ lines, box: boxOf(lines, x, y) });
  return [
    at(bubble.x + across, bubble.y),
    at(bubble.x - across, bubble.y),
    at(bubble.x, bubble.y + up),
    at(bubble.x, bubble.y - up),
  ];
}

function boxOf(lines, x, y) {
  const half = (d3.max(lines, (line) => line.length) * CHARACTER) / 2;
  const tall = (lines.length * LINE) / 2;
  return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

const inside = (box, width, height) =>
  box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2;

const overlap = (a, b) =>
  a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom + 1 && b.top < a.bottom + 1;

/** Whether a bubble reaches into a box. */
function covers({ x, y, r }, box) {
  const dx = Math.max(box.left - x, 0, x - box.right);
  const dy = Math.max(box.top - y, 0, y - box.bottom);
  return dx * dx + dy * dy < (r - 1) ** 2;
}
