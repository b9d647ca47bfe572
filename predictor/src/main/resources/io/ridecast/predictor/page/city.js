// What the page knows: communities, their forecasts and histories, the clock and the model.

import { addDays, datesUntil, displayName, toTime } from './format.js';

export const WHOLE_CITY = 'CITY';

/** A sum over the city is told once this part of its communities is there: some may lie still for good. */
const ENOUGH = 0.9;

/** Midnight's forecasts take a moment; six hours are a silence. */
const OVERDUE = 6 * 3_600_000;

export class City {
  #histories = new Map();

  communities = [];
  forecasts = new Map();
  clock = null;
  model = null;

  setCommunities(list) {
    this.communities = list.map((community) => ({
      key: String(community.number),
      number: community.number,
      name: displayName(community.name),
      latitude: community.latitude,
      longitude: community.longitude,
    }));
  }

  /** Takes a forecast unless a newer one is here already; says whether it came from a new origin. */
  accept(forecast) {
    const key = String(forecast.community);
    const known = this.forecasts.get(key);
    if (known && toTime(known.origin_date) > toTime(forecast.origin_date)) return false;
    this.forecasts.set(key, forecast);
    return known?.origin_date !== forecast.origin_date;
  }

  remember(key, days) {
    const known = this.#histories.get(key) ?? new Map();
    for (const day of days) known.set(day.date, day);
    this.#histories.set(key, known);
  }

  name(key) {
    if (key === WHOLE_CITY) return 'Whole city';
    return this.communities.find((community) => community.key === key)?.name ?? key;
  }

  has(key) {
    return this.communities.some((community) => community.key === key);
  }

  /** Those that the catalogue gives a place; the others are in the table only. */
  get located() {
    return this.communities.filter(({ latitude, longitude }) =>
      Number.isFinite(latitude) && Number.isFinite(longitude));
  }

  get hasForecasts() {
    return this.communities.some(({ key }) => this.forecasts.has(key));
  }

  /** The three days of the newest forecast; while a new day arrives, some are still on the old ones. */
  get horizon() {
    let newest = [];
    for (const { days } of this.forecasts.values()) {
      if (!newest.length || days[0].date > newest[0]) newest = days.map((day) => day.date);
    }
    return newest;
  }

  get businessDate() {
    return (this.businessTime && this.clock.date) || this.horizon[0] || null;
  }

  /** Business time in milliseconds, or null before the clock is known. */
  get businessTime() {
    // The clock of a service that has not heard of any ride stands at the epoch.
    return (this.clock && Date.parse(this.clock.now)) || null;
  }

  /** Whether even the newest forecast should have been followed by another one long ago. */
  get expired() {
    const until = Math.max(...[...this.forecasts.values()].map((forecast) => Date.parse(forecast.valid_until)));
    return this.businessTime !== null && this.businessTime - until > OVERDUE;
  }

  /** The forecast of one day, or null. Without one of its own, the city's is the sum of all. */
  expected(key, date) {
    const own = this.forecasts.get(key)?.days.find((day) => day.date === date);
    return own ?? (key === WHOLE_CITY ? this.#sum(date) : null);
  }

  /** Bounds added up hold more than 8 of 10 days, for communities rarely all go wrong one way. */
  #sum(date) {
    const parts = this.communities
      .map(({ key }) => this.expected(key, date))
      .filter((day) => day !== null);
    if (parts.length < ENOUGH * this.forecasts.size) return null;
    const sum = (value) => parts.reduce((total, day) => total + value(day), 0);
    return { date, mean: sum((day) => day.mean), p10: sum((day) => day.p10), p90: sum((day) => day.p90) };
  }

  /** Rides of a complete day, or null where it is open, out of service or unknown. */
  actual(key, date) {
    if (key === WHOLE_CITY) return this.#cityActual(date);
    const day = this.#histories.get(key)?.get(date);
    return day?.status === 'CLOSED' ? day.rides : null;
  }

  /** Rides counted so far on a day that is still open, or null. */
  soFar(key, date) {
    const day = this.#histories.get(key)?.get(date);
    return day?.status === 'OPEN' ? day.rides : null;
  }

  #cityActual(date) {
    const days = this.communities
      .map(({ key }) => this.#histories.get(key)?.get(date))
      .filter((day) => day && day.status !== 'OPEN');
    if (days.length < ENOUGH * this.communities.length) return null;
    const closed = days.filter(({ status }) => status === 'CLOSED');
    return closed.length ? closed.reduce((sum, { rides }) => sum + rides, 0) : null;
  }

  hasHistory(key) {
    return key === WHOLE_CITY ? this.#histories.size > 0 : this.#histories.has(key);
  }

  /** Complete and missing days up to a date, oldest first. */
  past(key, until, length) {
    return datesUntil(until, length).map((date) => ({ date, rides: this.actual(key, date) }));
  }

  /** How the forecast compares with the same weekday a week before, or null if either is unknown. */
  change(key, date) {
    const expected = this.expected(key, date);
    const before = this.actual(key, addDays(date, -7));
    if (!expected || before === null) return null;
    return { before, difference: expected.mean - before, ratio: before ? expected.mean / before - 1 : null };
  }
}
