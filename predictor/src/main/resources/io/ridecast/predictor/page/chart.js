// 60 days of history with the three days ahead: a line for what came, and for what is expected a
// dot in its range. The days ahead get more room than a past day, or they could not be read.

import { axisDate, count, dayName, isWeekend, longDate, range, rides, shortWeekday } from './format.js';
import { announce, byId, motion, onResize } from './dom.js';

const { d3 } = window;
const HEIGHT = 250;
const MARGIN = { top: 14, right: 6, bottom: 26, left: 40 };
const AHEAD = 0.27;
const LEAST_AHEAD = 132;
const LAYERS = ['weekends', 'grid', 'past', 'ahead', 'axis', 'cursor'];

export class Chart {
  #root = byId('chart');
  #svg = d3.select(this.#root).append('svg').attr('role', 'img').attr('tabindex', 0);
  #tooltip;
  #scene = null;
  #cursor = null;
  #width = 0;

  constructor(tooltip) {
    this.#tooltip = tooltip;
    for (const name of LAYERS) this.#svg.append('g').attr('class', name);
    this.#svg
      .on('pointermove', (event) => this.#point(d3.pointer(event)[0]))
      .on('pointerleave blur', () => this.#leave())
      .on('keydown', (event) => this.#key(event));
    onResize(this.#root, (width) => {
      this.#width = width;
      if (this.#scene) this.update(this.#scene);
    });
  }

  /** `past` [{date, rides or null}], `ahead` [{date, mean, p10, p90, before}], `soFar`, `name`. */
  update(scene) {
    this.#scene = scene;
    const width = this.#width;
    if (width < 1) return;
    this.#svg.attr('viewBox', `0 0 ${width} ${HEIGHT}`).attr('width', width).attr('height', HEIGHT)
      .attr('aria-label', summary(scene));
    const { x, y, split, step } = scales(scene, width);
    this.#scene.x = x;
    this.#drawWeekends(x, step);
    this.#drawGrid(y, width);
    this.#drawPast(x, y);
    this.#drawAhead(x, y, split);
    this.#drawAxis(x, split);
  }

  #drawWeekends(x, step) {
    const days = [...this.#scene.past, ...this.#scene.ahead].filter(({ date }) => isWeekend(date));
    this.#svg.select('.weekends').selectAll('rect').data(days, ({ date }) => date).join('rect')
      .attr('x', ({ date }) => x(date) - step(date) / 2)
      .attr('width', ({ date }) => step(date))
      .attr('y', MARGIN.top)
      .attr('height', HEIGHT - MARGIN.top - MARGIN.bottom);
  }

  #drawGrid(y, width) {
    const ticks = y.ticks(4);
    const grid = this.#svg.select('.grid').selectAll('g').data(ticks, (tick) => tick).join((enter) => {
      const line = enter.append('g');
      line.append('path');
      line.append('text').attr('text-anchor', 'end').attr('x', MARGIN.left - 8).attr('dy', '0.32em');
      return line;
    });
    grid.attr('transform', (tick) => `translate(0,${y(tick)})`);
    grid.select('path').attr('d', `M${MARGIN.left},0H${width - MARGIN.right}`);
    grid.select('text').text((tick) => (Number.isInteger(tick) ? count(tick) : rides(tick)));
  }

  #drawPast(x, y) {
    const known = ({ rides: value }) => value !== null;
    const line = d3.line().defined(known).x(({ date }) => x(date)).y((day) => y(day.rides)).curve(d3.curveMonotoneX);
    const area = d3.area().defined(known).x(({ date }) => x(date)).y0(y(0)).y1((day) => y(day.rides))
      .curve(d3.curveMonotoneX);
    const group = this.#svg.select('.past');
    group.selectAll('.area').data([this.#scene.past]).join('path').attr('class', 'area').attr('d', area);
    group.selectAll('.line').data([this.#scene.past]).join('path').attr('class', 'line').attr('d', line);
  }

  #drawAhead(x, y, split) {
    const group = this.#svg.select('.ahead');
    group.selectAll('.border').data([split]).join('path').attr('class', 'border')
      .attr('d', `M${split},${MARGIN.top}V${HEIGHT - MARGIN.bottom}`);
    const days = group.selectAll('.day').data(this.#scene.ahead, ({ date }) => date).join((enter) => {
      const day = enter.append('g').attr('class', 'day');
      day.append('rect').attr('class', 'interval').attr('rx', 7).attr('x', -7).attr('width', 14);
      day.append('path').attr('class', 'before');
      day.append('circle').attr('r', 4.5);
      day.append('text').attr('text-anchor', 'middle');
      return day;
    });
    days.classed('chosen', ({ date }) => date === this.#scene.chosen)
      .attr('transform', ({ date }) => `translate(${x(date)},0)`);
    const top = (day) => y(day.p90);
    const moved = (selection) => selection.transition().duration(motion(400));
    moved(days.select('.interval'))
      .attr('y', (day) => top(day) - 5)
      .attr('height', (day) => y(day.p10) - y(day.p90) + 10);
    moved(days.select('circle')).attr('cy', (day) => y(day.mean));
    const above = (day) => Math.max(MARGIN.top + 10, top(day) - 12);
    const inTheWay = (day) => day.before !== null && Math.abs(y(day.before) - above(day) + 4) < 11;
    const below = (day) => y(day.p10) + 21;
    moved(days.select('text')).attr('y', (day) => (inTheWay(day) ? below(day) : above(day)));
    days.select('text').text((day) => rides(day.mean));
    days.select('.before').attr('d', (day) => (day.before === null ? null : `M-13,${y(day.before)}H13`));
  }

  #drawAxis(x, split) {
    const last = this.#scene.past.length - 1;
    const apart = split < 300 ? 28 : 14;
    const marks = this.#scene.past
      .filter((_, index) => (last - index) % apart === 6)
      .map(({ date }) => ({ date, text: axisDate(date) }))
      .filter(({ date }) => x(date) > MARGIN.left + 14 && x(date) < split - 18);
    const ahead = this.#scene.ahead.map(({ date }) => ({ date, text: shortWeekday(date) }));
    this.#svg.select('.axis').selectAll('text').data([...marks, ...ahead], ({ date }) => date).join('text')
      .attr('text-anchor', 'middle')
      .attr('x', ({ date }) => x(date))
      .attr('y', HEIGHT - 8)
      .text(({ text }) => text);
  }

  #key(event) {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!move || !this.#scene) return;
    event.preventDefault();
    const days = allDays(this.#scene);
    const from = this.#cursor ?? this.#scene.past.length - (move > 0 ? 1 : 0);
    const index = Math.min(days.length - 1, Math.max(0, from + move));
    this.#show(index);
    announce(`${longDate(days[index].date)}: ${told(days[index], this.#scene).join(', ')}`);
  }

  #point(position) {
    if (!this.#scene?.x) return;
    const days = allDays(this.#scene);
    this.#show(d3.leastIndex(days, (a, b) =>
      Math.abs(this.#scene.x(a.date) - position) - Math.abs(this.#scene.x(b.date) - position)));
  }

  #show(index) {
    const days = allDays(this.#scene);
    const day = days[index];
    if (!day) return;
    this.#cursor = index;
    const position = this.#scene.x(day.date);
    this.#svg.select('.cursor').selectAll('path').data([position]).join('path')
      .attr('d', `M${position},${MARGIN.top}V${HEIGHT - MARGIN.bottom}`);
    const box = this.#svg.node().getBoundingClientRect();
    this.#tooltip.show({ x: box.left + position, y: box.top + MARGIN.top }, longDate(day.date), told(day, this.#scene));
  }

  #leave() {
    this.#cursor = null;
    this.#svg.select('.cursor').selectAll('path').remove();
    this.#tooltip.hide();
  }
}

const allDays = ({ past, ahead }) => [...past, ...ahead];

function told(day, { soFar, businessDate }) {
  if (day.mean === undefined) return [day.rides === null ? 'no complete count' : `${count(day.rides)} rides`];
  const lines = [`${rides(day.mean)} rides expected ${dayName(day.date, businessDate) === 'Today' ? 'today' : ''}`.trim()];
  lines.push(`likely ${range(day.p10, day.p90)}`);
  if (day.before !== null) lines.push(`${count(day.before)} a week before`);
  if (soFar !== null && day.date === businessDate) lines.push(`${count(soFar)} so far`);
  return lines;
}

function scales({ past, ahead }, width) {
  const right = width - MARGIN.right;
  const split = ahead.length ? right - Math.max(LEAST_AHEAD, (right - MARGIN.left) * AHEAD) : right;
  const index = new Map(past.map(({ date }, at) => [date, at]));
  const pastStep = (split - MARGIN.left - 6) / Math.max(1, past.length);
  const aheadStep = ahead.length ? (right - split) / ahead.length : 0;
  const x = (date) => (index.has(date)
    ? MARGIN.left + (index.get(date) + 0.5) * pastStep
    : split + (ahead.findIndex((day) => day.date === date) + 0.5) * aheadStep);
  const most = d3.max([
    ...past.map((day) => day.rides ?? 0),
    ...ahead.map((day) => day.p90),
  ]) || 1;
  const y = d3.scaleLinear([0, most * 1.08], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  return { x, y, split, step: (date) => (index.has(date) ? pastStep : aheadStep) };
}

function summary({ name, past, ahead }) {
  const known = past.filter((day) => day.rides !== null);
  const history = known.length
    ? `${known.length} days of rides in ${name}, from ${longDate(known[0].date)} to ${longDate(known.at(-1).date)},`
      + ` ${count(d3.mean(known, (day) => day.rides))} a day on average.`
    : `No complete day of ${name} yet.`;
  const forecast = ahead.map((day) => `${longDate(day.date)}: ${rides(day.mean)} expected`).join('; ');
  return `${history} ${forecast}. Arrow keys read single days.`;
}
