// The top of the page: business date, whether it is live, which model serves, and what went wrong.

import { byId, setText } from './dom.js';
import { age, fullDate, shortDate } from './format.js';
import { heldOutError, model as modelName } from './words.js';

const LIVE = {
  loading: 'Connecting',
  live: 'Live',
  polling: 'Checking every 10 s',
  lost: 'Connection lost',
};

export function showLive(state) {
  const root = byId('live');
  root.dataset.state = state;
  root.querySelector('span').textContent = LIVE[state];
}

export function showClock(city) {
  setText(byId('clock-date'), city.businessDate ? fullDate(city.businessDate) : '');
  byId('clock-note').textContent = city.clock?.loading ? 'loading history' : '';
}

export function showModel(city) {
  const model = city.model;
  if (!model) {
    byId('model-version').textContent = 'None yet';
    byId('model-trained').textContent = city.hasForecasts
      ? 'Until one is trained, forecasts are the average of the same weekday.'
      : '';
    byId('model-error').textContent = '';
    return;
  }
  const trained = Date.parse(model.announced_at);
  const day = shortDate(new Date(trained).toISOString().slice(0, 10));
  const ago = city.businessTime === null ? '' : `, ${age(trained, city.businessTime)}`;
  setText(byId('model-version'), modelName(model.version));
  byId('model-trained').textContent = `Trained ${day}${ago}`;
  byId('model-error').textContent = heldOutError(model.metrics);
}

/** One line below the header; an empty text takes it away. */
export function showNotice(text) {
  const notice = byId('notice');
  notice.hidden = !text;
  if (notice.textContent !== text) notice.textContent = text;
}
