// What the codes of a forecast mean, said to a dispatcher.

import { age, change as percent, dayName, longDate, rides, share, shortWeekday } from './format.js';

const QUALITY = {
  NORMAL: { label: 'Normal', meaning: 'Data and model are up to date.' },
  STALE: { label: 'Behind', meaning: 'The latest day’s rides are not complete yet, so it looks further ahead than usual.' },
  COLD_START: { label: 'Young', meaning: 'This community has little history so far; expect larger errors.' },
  FALLBACK: { label: 'Simple', meaning: 'No trained model serves yet: this is the average of the same weekday.' },
};

const TRIGGER = {
  DATA: 'a day’s count was completed',
  REVISION: 'late rides changed a past day',
  MODEL: 'a new model took over',
  CALENDAR: 'a new day began',
};

export function quality(code) {
  return QUALITY[code] ?? { label: code.toLowerCase(), meaning: '' };
}

export const trigger = (code) => TRIGGER[code] ?? code.toLowerCase();

export const model = (version) => (version === 'fallback' ? 'Weekday average' : `Model ${version}`);

/** Rides fewer than this apart are called the same: a percentage of almost nothing says nothing. */
const NOTICEABLE = 1.5;

/** Steps of the colour scale, from far fewer to far more than a week before. */
export const STEPS = [
  { step: 'far-fewer', label: '−30% or less' },
  { step: 'fewer', label: '−10% to −30%' },
  { step: 'same', label: 'about the same' },
  { step: 'more', label: '+10% to +30%' },
  { step: 'far-more', label: '+30% or more' },
];

export function step(change) {
  if (!change) return 'unknown';
  if (Math.abs(change.difference) < NOTICEABLE) return 'same';
  const ratio = change.ratio ?? Infinity;
  if (ratio <= -0.3) return 'far-fewer';
  if (ratio <= -0.1) return 'fewer';
  if (ratio < 0.1) return 'same';
  return ratio < 0.3 ? 'more' : 'far-more';
}

/** "+6%", or "+2.4" where the week before had no rides, or "same". */
export function changeFigure(change) {
  if (!change) return '–';
  if (change.ratio === null) return change.difference < 0.05 ? 'same' : `+${rides(change.difference)}`;
  return percent(change.ratio);
}

/** "tomorrow, Saturday, September 12" or "on Sunday, September 13", to end a sentence with. */
export function when(date, businessDate) {
  const name = dayName(date, businessDate);
  return name === 'Today' || name === 'Tomorrow' ? `${name.toLowerCase()}, ${longDate(date)}` : `on ${longDate(date)}`;
}

export const againstWeekBefore = (date) => `vs. last ${shortWeekday(date)}`;

/** The error of a model on the days held out from its training, beside that of repeating last week. */
export function heldOutError(metrics) {
  const own = metrics?.['holdout.wape'];
  const naive = metrics?.['holdout.naive_wape'];
  if (own === undefined) return '';
  const compared = naive === undefined ? '' : ` (repeating last week: ${share(naive)})`;
  return `Off by ${share(own)} on days it had not seen${compared}`;
}

export const madeWhen = (forecast, businessTime) =>
  businessTime === null ? '' : age(Date.parse(forecast.generated_at), businessTime);
