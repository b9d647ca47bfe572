// The three days ahead with the city's total: one is chosen, and map and table show it.

import { WHOLE_CITY } from './city.js';
import { byId, setText } from './dom.js';
import { dateBeside, dayName, range, rides, shortWeekday } from './format.js';
import { changeFigure, step } from './words.js';

export class Days {
  #root = byId('days');
  #cards = [];

  constructor(choose) {
    for (let index = 0; index < 3; index += 1) this.#cards.push(this.#card(index, choose));
  }

  update(city, horizon, chosen) {
    this.#cards.forEach((card, index) => {
      const date = horizon[index];
      card.root.classList.toggle('blank', !date);
      card.input.disabled = !date;
      card.input.checked = Boolean(date) && index === chosen;
      if (!date) return;
      const name = dayName(date, city.businessDate);
      const expected = city.expected(WHOLE_CITY, date);
      const change = city.change(WHOLE_CITY, date);
      card.name.textContent = name;
      card.date.textContent = dateBeside(date, city.businessDate);
      setText(card.number, expected ? rides(expected.mean) : '–');
      card.range.hidden = !expected;
      if (expected) card.interval.textContent = range(expected.p10, expected.p90);
      card.change.hidden = change === null;
      card.change.dataset.step = step(change);
      card.figure.textContent = changeFigure(change);
      card.before.textContent = shortWeekday(date);
    });
  }

  #card(index, choose) {
    const root = document.createElement('label');
    root.className = 'day blank';
    root.innerHTML = `
      <input type="radio" name="day" value="${index}" class="hidden">
      <span class="when"><b></b> <span></span></span>
      <span class="figure"><strong></strong> rides</span>
      <span class="range"><span class="roomy">likely </span><span class="interval"></span></span>
      <span class="change"><span class="ratio"></span> vs. <span class="roomy">last </span><span class="before"></span></span>`;
    const input = root.querySelector('input');
    input.addEventListener('change', () => choose(index));
    this.#root.append(root);
    return {
      root,
      input,
      name: root.querySelector('b'),
      date: root.querySelector('.when span'),
      number: root.querySelector('strong'),
      range: root.querySelector('.range'),
      interval: root.querySelector('.interval'),
      change: root.querySelector('.change'),
      figure: root.querySelector('.ratio'),
      before: root.querySelector('.before'),
    };
  }
}
