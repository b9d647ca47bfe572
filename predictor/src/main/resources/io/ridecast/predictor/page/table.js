// All communities as a table: sortable, searchable, and the way to a community without the map.

import { byId, setText } from './dom.js';
import { dayName, range, rides } from './format.js';
import { againstWeekBefore, changeFigure, quality, step } from './words.js';

const { d3 } = window;
const SPARK = 28;
const QUALITIES = ['NORMAL', 'STALE', 'COLD_START', 'FALLBACK'];

const COLUMNS = [
  { id: 'name', title: () => 'Community', value: (row) => row.name, ascending: true },
  { id: 'mean', title: ({ day }) => day, value: (row) => row.expected?.mean },
  { id: 'range', title: () => 'Likely range', value: (row) => row.expected && row.expected.p90 - row.expected.p10 },
  { id: 'change', title: ({ against }) => against, value: (row) => row.change && (row.change.ratio ?? Infinity) },
  { id: 'spark', title: () => 'Last 4 weeks' },
  { id: 'quality', title: () => 'Quality', value: (row) => QUALITIES.indexOf(row.forecast?.quality), ascending: true },
];

export class CommunityTable {
  #select;
  #scene = null;
  #sort = { column: COLUMNS[1], ascending: false };
  #wanted = '';

  constructor(select) {
    this.#select = select;
    byId('search').addEventListener('input', (event) => {
      this.#wanted = event.target.value.trim().toLowerCase();
      this.#redraw();
    });
  }

  update(city, horizon, date, selected) {
    this.#scene = { city, date, selected, origin: horizon[0] };
    this.#redraw();
  }

  #redraw() {
    if (!this.#scene) return;
    const { city, date } = this.#scene;
    this.#drawHead({
      day: date ? dayName(date, city.businessDate) : 'Expected',
      against: date ? againstWeekBefore(date) : 'Change',
    });
    const rows = this.#rows();
    this.#drawBody(rows);
    const empty = byId('table-empty');
    empty.hidden = rows.length > 0;
    empty.textContent = city.communities.length ? `No community matches “${this.#wanted}”.` : 'Waiting for the communities.';
  }

  #rows() {
    const { city, date } = this.#scene;
    const { column, ascending } = this.#sort;
    const direction = ascending ? 1 : -1;
    return city.communities
      .filter(({ name, key }) => !this.#wanted || name.toLowerCase().includes(this.#wanted) || key === this.#wanted)
      .map((community) => ({
        ...community,
        forecast: city.forecasts.get(community.key),
        expected: date ? city.expected(community.key, date) : null,
        change: date ? city.change(community.key, date) : null,
      }))
      .sort((a, b) => compare(column.value(a), column.value(b), direction) || d3.ascending(a.name, b.name));
  }

  #drawHead(words) {
    const cells = d3.select('#table-head').selectAll('th').data(COLUMNS, ({ id }) => id).join((enter) => {
      const cell = enter.append('th').attr('scope', 'col').attr('class', ({ id }) => `col-${id}`);
      cell.filter(({ value }) => value).append('button').attr('type', 'button')
        .on('click', (event, column) => this.#sortBy(column));
      cell.filter(({ value }) => !value).append('span');
      return cell;
    });
    cells.attr('aria-sort', (column) => {
      if (column !== this.#sort.column) return column.value ? 'none' : null;
      return this.#sort.ascending ? 'ascending' : 'descending';
    });
    cells.select('button, span').text((column) => column.title(words));
  }

  #sortBy(column) {
    const same = this.#sort.column === column;
    this.#sort = { column, ascending: same ? !this.#sort.ascending : Boolean(column.ascending) };
    this.#redraw();
  }

  #drawBody(rows) {
    const { city, selected, origin } = this.#scene;
    const widest = d3.max(rows, ({ expected }) => expected?.mean) || 1;
    d3.select('#table-body').selectAll('tr').data(rows, ({ key }) => key).join((enter) => this.#enter(enter)).order()
      .attr('data-community', ({ key }) => key)
      .classed('selected', ({ key }) => key === selected)
      .each(function draw(row) {
        const cell = (name) => this.querySelector(`.col-${name}`);
        setText(cell('mean').querySelector('span'), row.expected ? rides(row.expected.mean) : '–');
        cell('mean').querySelector('.span')
          .setAttribute('d', `M0,4H${(((row.expected?.mean ?? 0) / widest) * 100).toFixed(1)}`);
        cell('range').textContent = row.expected ? range(row.expected.p10, row.expected.p90) : '–';
        cell('change').textContent = changeFigure(row.change);
        cell('change').dataset.step = step(row.change);
        cell('quality').firstChild.textContent = row.forecast ? quality(row.forecast.quality).label : '–';
        cell('quality').firstChild.dataset.quality = row.forecast?.quality ?? '';
        cell('spark').querySelector('path').setAttribute('d', spark(city, row, origin));
      });
  }

  #enter(enter) {
    const line = enter.append('tr').on('click', (event, { key }) => this.#select(key));
    line.html(`
      <th scope="row" class="col-name"><button type="button"></button></th>
      <td class="col-mean"><span></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path class="span"/></svg></td>
      <td class="col-range"></td>
      <td class="col-change"></td>
      <td class="col-spark"><svg viewBox="0 0 ${SPARK - 1} 20" preserveAspectRatio="none" aria-hidden="true">
        <path/></svg></td>
      <td class="col-quality"><span class="quality"></span></td>`);
    line.select('button').text(({ name }) => name);
    return line;
  }
}

function compare(a, b, direction) {
  const known = (value) => value !== null && value !== undefined && !Number.isNaN(value);
  if (!known(a) || !known(b)) return Number(known(b)) - Number(known(a));
  return direction * (typeof a === 'string' ? a.localeCompare(b) : a - b);
}

function spark(city, { key, forecast }, firstAhead) {
  const until = forecast?.origin_date ?? firstAhead;
  if (!until) return '';
  const past = city.past(key, until, SPARK);
  const most = d3.max(past, (day) => day.rides) || 1;
  return d3.line()
    .defined((day) => day.rides !== null)
    .x((_, index) => index)
    .y((day) => 19 - (day.rides / most) * 18)(past) ?? '';
}
