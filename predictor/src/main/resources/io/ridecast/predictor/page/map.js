// The city as bubbles: place is the community's centroid (give or take a nudge), size is demand on
// the chosen day, colour is the change against the same weekday a week before.

import { byId, motion } from './dom.js';
import { range, rides } from './format.js';
import { drawGround, prepareGround } from './ground.js';
import { drawLabels } from './labels.js';
import { drawLegend } from './legend.js';
import { project } from './projection.js';
import { spread } from './spread.js';
import { changeFigure, quality, step, when } from './words.js';

const { d3 } = window;
const MARGIN = 34;

/** Part of the canvas that all bubbles together may cover. */
const COVER = 0.088;
const SMALLEST = 3;
const WAITING = 5;

export class BubbleMap {
  #canvas = byId('map-canvas');
  #svg = d3.select(this.#canvas).append('svg').attr('role', 'group')
    .attr('aria-label', 'Map of communities; arrow keys move between them, Enter opens one');
  #tooltip;
  #select;
  #scene = null;
  #focused = null;
  #laid = '';

  constructor(select, tooltip) {
    this.#select = select;
    this.#tooltip = tooltip;
    const ground = this.#svg.append('g').attr('class', 'ground').attr('aria-hidden', 'true');
    prepareGround(ground);
    this.#svg.append('g').attr('class', 'bubbles');
    this.#svg.append('g').attr('class', 'labels').attr('aria-hidden', 'true');
    this.#svg.append('g').attr('class', 'scale').attr('aria-hidden', 'true');
    this.#svg.on('click', (event) => event.target === this.#svg.node() && this.#select(null));
    new ResizeObserver(() => this.#scene && this.update(...this.#scene)).observe(this.#canvas);
  }

  /** Draws the city on one day of its horizon. */
  update(city, horizon, date, selected) {
    this.#scene = [city, horizon, date, selected];
    const { width, height } = this.#canvas.getBoundingClientRect();
    const located = city.located;
    if (!located.length || width < 1) return;
    this.#svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);

    const place = project(located, width, height, MARGIN);
    const radius = this.#radius(city, horizon, width * height);
    const bubbles = located.map((community) => {
      const expected = date ? city.expected(community.key, date) : null;
      const [x, y] = place(community);
      return {
        key: community.key,
        name: community.name,
        x,
        y,
        r: expected ? radius(expected.mean) : WAITING,
        expected,
        step: expected ? step(city.change(community.key, date)) : 'waiting',
        title: describe(city, community, date, expected),
      };
    });
    // Small ones last, so that none lies hidden under a large one.
    bubbles.sort((a, b) => b.r - a.r || d3.ascending(a.key, b.key));

    this.#layGround(located, place, width, height);
    spread(bubbles);
    this.#drawBubbles(bubbles, selected);
    drawLabels(this.#svg.select('.labels'), bubbles, selected, width, height);
    drawScale(this.#svg.select('.scale'), place.kilometre, width, height);
    drawLegend(byId('legend'), date);
    const unplaced = city.communities.length - located.length;
    byId('map-note').textContent = (date ? `Rides expected ${when(date, city.businessDate)}` : 'No forecast yet')
      + (unplaced ? `; ${unplaced} without a place ${unplaced === 1 ? 'is' : 'are'} in the table only` : '');
  }

  focus(key) {
    this.#svg.selectAll('.bubble').filter((bubble) => bubble.key === key).node()?.focus();
  }

  /** The ground only changes with the canvas or the catalogue. */
  #layGround(communities, place, width, height) {
    const laid = `${width} ${height} ${communities.length}`;
    if (this.#laid === laid) return;
    this.#laid = laid;
    drawGround(this.#svg.select('.ground'), communities.map(place), width, height);
  }

  /** One scale for all three days, so that switching between them shows which is larger. */
  #radius(city, horizon, area) {
    const totals = horizon.map((date) =>
      d3.sum(city.communities, ({ key }) => city.expected(key, date)?.mean ?? 0));
    const largest = d3.max(city.communities, ({ key }) =>
      d3.max(horizon, (date) => city.expected(key, date)?.mean ?? 0)) || 1;
    const perRide = (area * COVER) / Math.PI / (d3.max(totals) || 1);
    const most = Math.min(Math.sqrt(perRide * largest), Math.sqrt(area) * 0.075);
    return (mean) => Math.max(SMALLEST, most * Math.sqrt(mean / largest));
  }

  #drawBubbles(bubbles, selected) {
    const tabbable = this.#focused ?? selected ?? bubbles[0]?.key;
    this.#svg.select('.bubbles').selectAll('.bubble')
      .data(bubbles, (bubble) => bubble.key)
      .join((enter) => enter.append('circle')
        .attr('class', 'bubble')
        .attr('role', 'button')
        .attr('data-community', (bubble) => bubble.key)
        .attr('cx', (bubble) => bubble.x)
        .attr('cy', (bubble) => bubble.y)
        .attr('r', 0)
        .on('click', (event, bubble) => this.#select(bubble.key))
        .on('keydown', (event, bubble) => this.#key(event, bubble))
        .on('pointerenter focus', (event, bubble) => this.#hint(event, bubble))
        .on('pointerleave blur', () => this.#tooltip.hide()))
      .order()
      .attr('data-step', (bubble) => bubble.step)
      .attr('aria-label', (bubble) => bubble.title)
      .attr('aria-pressed', (bubble) => String(bubble.key === selected))
      .attr('tabindex', (bubble) => (bubble.key === tabbable ? 0 : -1))
      .attr('data-rides', (bubble) => bubble.expected?.mean ?? null)
      .transition().duration(motion(450)).ease(d3.easeCubicOut)
      .attr('cx', (bubble) => bubble.x)
      .attr('cy', (bubble) => bubble.y)
      .attr('r', (bubble) => bubble.r);
  }

  #hint(event, bubble) {
    if (event.type === 'focus') this.#focused = bubble.key;
    const [city, , date] = this.#scene;
    const lines = bubble.expected
      ? [
        `${rides(bubble.expected.mean)} rides`,
        `likely ${range(bubble.expected.p10, bubble.expected.p90)}`,
        `${changeFigure(city.change(bubble.key, date))} against a week before`,
      ]
      : ['no forecast yet'];
    this.#tooltip.show(event.currentTarget, bubble.name, lines);
  }

  #key(event, bubble) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#select(bubble.key);
      return;
    }
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!direction) return;
    event.preventDefault();
    const next = neighbour(bubble, this.#svg.selectAll('.bubble').data(), direction);
    if (!next) return;
    this.#svg.selectAll('.bubble').attr('tabindex', (other) => (other.key === next.key ? 0 : -1));
    this.focus(next.key);
  }
}

/** The nearest bubble that lies more in this direction than beside it. */
function neighbour(from, bubbles, [dx, dy]) {
  const candidates = bubbles
    .map((bubble) => {
      const along = (bubble.x - from.x) * dx + (bubble.y - from.y) * dy;
      const aside = Math.abs((bubble.x - from.x) * dy) + Math.abs((bubble.y - from.y) * dx);
      return { bubble, along, cost: along + 2 * aside };
    })
    .filter(({ bubble, along }) => bubble.key !== from.key && along > 0.5);
  return d3.least(candidates, (candidate) => candidate.cost)?.bubble;
}

function describe(city, community, date, expected) {
  if (!expected) return `${community.name}: no forecast yet`;
  const forecast = city.forecasts.get(community.key);
  const reliable = forecast.quality === 'NORMAL' ? '' : ` Quality: ${quality(forecast.quality).label}.`;
  return `${community.name}: ${rides(expected.mean)} rides ${when(date, city.businessDate)}, `
    + `likely ${range(expected.p10, expected.p90)}.${reliable}`;
}

/** A round length in kilometres, at the lower right. */
function drawScale(group, kilometre, width, height) {
  const kilometres = d3.greatest([0.5, 1, 2, 5, 10, 20].filter((length) => length * kilometre < 120)) ?? 0.5;
  const length = kilometres * kilometre;
  group.attr('transform', `translate(${width - 16 - length},${height - 14})`);
  group.selectAll('path').data([length]).join('path')
    .attr('d', (end) => `M0,-4V0H${end}V-4`);
  group.selectAll('text').data([`${kilometres} km`]).join('text')
    .attr('x', length / 2).attr('y', -7).attr('text-anchor', 'middle').text((text) => text);
}
