// Names of the largest communities, only where there is room: in the bubble, below it, or not at all.

const CHARACTER = 6.3;
const LINE = 13;
const MOST = 14;

export function drawLabels(group, bubbles, selected, width, height) {
  const taken = [];
  const labels = [];
  const ranked = [...bubbles].sort((a, b) => (b.key === selected) - (a.key === selected) || b.r - a.r);
  for (const bubble of ranked) {
    if (labels.length === MOST) break;
    if (bubble.r < 9 && bubble.key !== selected) continue;
    const box = options(bubble).find((option) =>
      inside(option, width, height) && !taken.some((other) => overlap(option, other)));
    if (!box && bubble.key !== selected) continue;
    const chosen = box ?? options(bubble)[0];
    taken.push(chosen);
    labels.push({ ...chosen, key: bubble.key, text: bubble.name });
  }
  group.selectAll('text').data(labels, (label) => label.key)
    .join('text')
    .attr('text-anchor', 'middle')
    .attr('x', (label) => (label.left + label.right) / 2)
    .attr('y', (label) => label.bottom - 3)
    .text((label) => label.text);
}

function options(bubble) {
  const half = (bubble.name.length * CHARACTER) / 2;
  const at = (x, y) => ({ left: x - half, right: x + half, top: y - LINE / 2, bottom: y + LINE / 2 });
  const beside = bubble.r + half + 5;
  const below = bubble.r + LINE / 2 + 2;
  const around = [
    at(bubble.x, bubble.y + below),
    at(bubble.x, bubble.y - below),
    at(bubble.x + beside, bubble.y),
    at(bubble.x - beside, bubble.y),
  ];
  return half + 3 < bubble.r ? [at(bubble.x, bubble.y), ...around] : around;
}

const inside = (box, width, height) =>
  box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2;

const overlap = (a, b) =>
  a.left < b.right + 4 && b.left < a.right + 4 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
