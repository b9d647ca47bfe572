// One community, or the whole city, in depth: the chosen day's number, history and forecast, and
// what the forecast rests on.

import { WHOLE_CITY } from './city.js';
import { Chart } from './chart.js';
import { byId, setText } from './dom.js';
import { addDays, count, dateBeside, dayName, range, rides, shortDate } from './format.js';
import { againstWeekBefore, changeFigure, madeWhen, model, quality, step, trigger, when } from './words.js';

const { d3 } = window;
const HISTORY = 60;

export class Panel {
  #root = byId('panel');
  #chart;
  #rows = [];

  constructor(close, tooltip) {
    this.#chart = new Chart(tooltip);
    byId('panel-close').addEventListener('click', close);
    for (let index = 0; index < 3; index += 1) this.#rows.push(row());
    byId('panel-days').append(...this.#rows.map(({ root }) => root));
  }

  update(city, horizon, date, selected) {
    const key = selected ?? WHOLE_CITY;
    this.#root.classList.toggle('sheet', selected !== null);
    this.#root.dataset.community = key;
    byId('panel-close').hidden = selected === null;
    byId('panel-eyebrow').textContent = selected === null
      ? `${count(city.communities.length)} communities`
      : `Community ${selected}`;
    byId('panel-name').textContent = city.name(key);
    this.#headline(city, key, date);
    this.#days(city, key, horizon, date);
    this.#about(city, city.forecasts.get(key));
    this.#history(city, key, horizon, date);
  }

  focus() {
    this.#root.focus({ preventScroll: true });
  }

  #headline(city, key, date) {
    const expected = date ? city.expected(key, date) : null;
    setText(byId('panel-number'), expected ? rides(expected.mean) : '');
    byId('panel-unit').textContent = expected
      ? `rides expected ${when(date, city.businessDate)}`
      : 'No forecast yet: the first comes when a day’s count is complete.';
    byId('panel-range').textContent = expected ? `Likely ${range(expected.p10, expected.p90)}` : '';
    const change = expected ? city.change(key, date) : null;
    const figure = byId('panel-change');
    figure.textContent = change ? `${changeFigure(change)} ${againstWeekBefore(date)}` : '';
    figure.dataset.step = step(change);
  }

  #days(city, key, horizon, chosen) {
    const days = horizon.map((date) => ({ date, ...city.expected(key, date) }));
    const most = d3.max(days, (day) => day.p90) || 1;
    this.#rows.forEach((line, index) => {
      const day = days[index];
      line.root.hidden = day?.mean === undefined;
      if (line.root.hidden) return;
      line.root.classList.toggle('chosen', day.date === chosen);
      line.name.textContent = dayName(day.date, city.businessDate);
      line.date.textContent = dateBeside(day.date, city.businessDate);
      setText(line.expected, rides(day.mean));
      line.range.textContent = range(day.p10, day.p90);
      drawInterval(line.interval, day, most);
      const before = city.actual(key, addDays(day.date, -7));
      line.before.textContent = before === null ? '–' : count(before);
    });
  }

  #about(city, forecast) {
    const about = byId('panel-about');
    about.replaceChildren();
    if (!forecast) {
      about.textContent = city.hasForecasts
        ? 'The sum of all communities. Adding up their ranges is cautious: more than 8 of 10 days fall inside.'
        : '';
      return;
    }
    const { label, meaning } = quality(forecast.quality);
    const badge = document.createElement('b');
    badge.className = 'quality';
    badge.dataset.quality = forecast.quality;
    badge.textContent = label;
    const made = madeWhen(forecast, city.businessTime);
    about.append(
      badge,
      ` ${meaning} Knows rides through ${shortDate(forecast.origin_date)}.`
        + ` Made ${made ? `${made} ` : ''}because ${trigger(forecast.trigger)}, by ${by(forecast.model_version)}.`,
    );
  }

  #history(city, key, horizon, chosen) {
    const until = city.forecasts.get(key)?.origin_date ?? dayBefore(horizon[0] ?? city.businessDate);
    const past = until && city.hasHistory(key) ? city.past(key, until, HISTORY) : [];
    const ahead = horizon
      .map((date) => ({ ...city.expected(key, date), date, before: city.actual(key, addDays(date, -7)) }))
      .filter((day) => day.mean !== undefined);
    this.#chart.update({
      name: city.name(key),
      past,
      ahead,
      chosen,
      businessDate: city.businessDate,
      soFar: city.soFar(key, city.businessDate),
    });
  }
}

const dayBefore = (date) => (date ? addDays(date, -1) : null);

const by = (version) => (version === 'fallback' ? 'the weekday average' : model(version).toLowerCase());

function row() {
  const root = document.createElement('tr');
  root.innerHTML = `
    <th scope="row"><b></b> <span></span></th>
    <td class="expected"></td>
    <td class="range"><span></span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <path class="rail" d="M0,4H100"/><path class="span"/></svg></td>
    <td class="before"></td>`;
  return {
    root,
    name: root.querySelector('b'),
    date: root.querySelector('th span'),
    expected: root.querySelector('.expected'),
    range: root.querySelector('.range span'),
    interval: root.querySelector('svg'),
    before: root.querySelector('.before'),
  };
}

function drawInterval(svg, day, most) {
  const at = (value) => ((value / most) * 100).toFixed(1);
  svg.querySelector('.span').setAttribute('d', `M${at(day.p10)},4H${at(day.p90)}`);
}
