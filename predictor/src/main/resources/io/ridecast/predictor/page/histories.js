// Fetches what rode in the past: everything once, then only the days that can have changed.

import * as api from './api.js';

const WHOLE = 60;
const RECENT = 15;

/** More communities than this are fetched only when one is opened. */
const ALL_AT_ONCE = 300;
const PARALLEL = 4;

export class Histories {
  #city;
  #changed;
  #loaded = new Map();
  #queue = [];
  #running = 0;
  #wanted = null;

  constructor(city, changed) {
    this.#city = city;
    this.#changed = changed;
  }

  /** Brings the histories up to the forecasts' origins. */
  refresh() {
    if (this.#city.communities.length > ALL_AT_ONCE) return;
    this.#city.communities.forEach(({ key }) => this.#enqueue(key));
  }

  /** Fetches this community before all others. */
  want(key) {
    this.#wanted = key;
    this.#enqueue(key, true);
  }

  #enqueue(key, first = false) {
    const version = this.#city.forecasts.get(key)?.forecast_id ?? 'none';
    if (this.#loaded.get(key) === version) return;
    this.#queue = this.#queue.filter((other) => other !== key);
    if (first) this.#queue.unshift(key);
    else this.#queue.push(key);
    while (this.#running < PARALLEL && this.#queue.length) this.#fetchNext();
  }

  async #fetchNext() {
    const key = this.#queue.shift();
    const version = this.#city.forecasts.get(key)?.forecast_id ?? 'none';
    this.#running += 1;
    try {
      this.#city.remember(key, await api.history(key, this.#loaded.has(key) ? RECENT : WHOLE));
      this.#loaded.set(key, version);
      // Not for each of hundreds: the one being looked at, and all of them once they are here.
      if (key === this.#wanted || !this.#queue.length) this.#changed();
    } catch {
      // The next forecast, or the next refresh, asks again.
    } finally {
      this.#running -= 1;
      if (this.#queue.length) this.#fetchNext();
    }
  }
}
