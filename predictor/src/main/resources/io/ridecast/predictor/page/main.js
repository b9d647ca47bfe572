// Puts the page together: loads, follows what changes, and redraws at most once a frame.

import * as api from './api.js';
import { City } from './city.js';
import { Days } from './days.js';
import { announce } from './dom.js';
import { addDays, age, rides } from './format.js';
import { gathering } from './gather.js';
import { Histories } from './histories.js';
import { follow } from './live.js';
import { BubbleMap } from './map.js';
import { showClock, showLive, showModel, showNotice } from './masthead.js';
import { Panel } from './panel.js';
import { CommunityTable } from './table.js';
import { Tooltip } from './tooltip.js';
import { isOpen, showTraining } from './training.js';

const city = new City();
const view = { day: null, selected: null, connection: 'loading', heardAt: null, waiting: null, newModel: false };

const tooltip = new Tooltip();
const days = new Days(chooseDay);
const map = new BubbleMap(select, tooltip);
const panel = new Panel(() => select(null), tooltip);
const table = new CommunityTable(select);
const histories = new Histories(city, redraw);

// --- drawing

const GATHER = 200;
let drawing = false;

/** Draws soon: a day's close brings a forecast for every community, and one drawing is enough. */
function redraw() {
  if (drawing) return;
  drawing = true;
  // A hidden tab gets no frames; it is drawn when it is looked at again.
  setTimeout(() => requestAnimationFrame(() => {
    drawing = false;
    draw();
  }), GATHER);
}

function draw() {
  const horizon = city.horizon;
  const chosen = view.day ?? tomorrow(horizon);
  const date = horizon[chosen] ?? null;
  document.body.dataset.phase = city.communities.length ? (horizon.length ? 'ready' : 'waiting') : 'loading';
  showClock(city);
  showModel(city);
  showNotice(notice());
  days.update(city, horizon, chosen);
  map.update(city, horizon, date, view.selected);
  panel.update(city, horizon, date, view.selected);
  table.update(city, horizon, date, view.selected);
}

/** Tomorrow is what a warehouse prepares for; at the edge of the horizon, the first day there is. */
function tomorrow(horizon) {
  return Math.max(0, horizon.indexOf(city.businessDate ? addDays(city.businessDate, 1) : ''));
}

function notice() {
  if (view.connection === 'lost') {
    return view.heardAt === null
      ? 'Ridecast cannot be reached. Trying again.'
      : `Connection lost. These forecasts were received ${age(view.heardAt, Date.now())}; trying again.`;
  }
  if (view.waiting) return `${view.waiting.message} Asking again in ${view.waiting.retrySeconds} s.`;
  if (city.communities.length && !city.hasForecasts) {
    return city.clock?.loading
      ? 'The history is being loaded; the first forecasts follow.'
      : 'No forecast yet. The first comes when a day’s count is complete.';
  }
  return city.expired ? 'These forecasts are out of date: no newer day of rides has been completed.' : '';
}

// --- choosing

function chooseDay(index) {
  view.day = index;
  draw();
}

function select(key) {
  const before = view.selected;
  view.selected = key !== null && city.has(key) ? key : null;
  history.replaceState(null, '', view.selected === null ? location.pathname : `#${view.selected}`);
  draw();
  if (view.selected !== null) {
    histories.want(view.selected);
    const expected = city.expected(view.selected, city.horizon[view.day ?? tomorrow(city.horizon)]);
    announce(`${city.name(view.selected)} selected${expected ? `: ${rides(expected.mean)} rides` : ''}`);
  } else if (before !== null) {
    announce('The whole city is shown');
    map.focus(before);
  }
}

function selectFromAddress() {
  const key = location.hash.slice(1);
  view.selected = city.has(key) ? key : null;
  if (view.selected !== null) histories.want(view.selected);
  redraw();
}

addEventListener('hashchange', selectFromAddress);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && view.selected !== null) select(null);
});

// --- loading and following

async function refresh() {
  const [current] = await Promise.all([api.forecasts(), refreshModel()]);
  if (current.clock) city.clock = current.clock;
  current.forecasts.forEach((forecast) => city.accept(forecast));
  if (current.city) city.accept(current.city);
  view.waiting = null;
  heard();
  histories.refresh();
  redraw();
}

/** While a model is being verified none is told; the page then keeps the one it knows. */
async function refreshModel() {
  try {
    city.model = await api.champion();
  } catch {
    // The next forecasts ask again.
  }
}

function heard() {
  view.heardAt = Date.now();
}

function connection(state) {
  view.connection = state;
  showLive(state);
  redraw();
}

/** A closed day changes every community and the clock: all of it is shown at once. */
const gather = gathering(250, 2000, async () => {
  heard();
  histories.refresh();
  redraw();
  if (view.newModel) {
    view.newModel = false;
    await refreshModel();
    redraw();
  }
});

function accept(forecast) {
  city.accept(forecast);
  if (forecast.model_version !== (city.model?.version ?? 'fallback')) view.newModel = true;
}

/** Steps come seldom and not on the stream: asked for often only while a run is under way. */
async function watchTraining() {
  let open = false;
  try {
    const run = await api.training();
    open = isOpen(run);
    showTraining(run);
  } catch {
    // What is shown stays; the live mark says whether there is a connection.
  }
  setTimeout(watchTraining, open ? 2_000 : 15_000);
}

async function start() {
  try {
    city.setCommunities(await api.communities());
    selectFromAddress();
    await refresh();
    follow({
      forecast: (forecast) => gather(() => accept(forecast)),
      clock: (clock) => gather(() => { city.clock = clock; }),
      refresh,
      state: connection,
    });
    watchTraining();
  } catch (problem) {
    const ready = problem instanceof api.NotReady;
    view.waiting = ready ? problem : null;
    connection(ready ? 'loading' : 'lost');
    setTimeout(start, ready ? problem.retrySeconds * 1000 : 5000);
  }
}

setInterval(() => view.connection === 'lost' && redraw(), 15_000);
start();
