// Numbers, dates and names as people read them. Dates are ISO days ("2020-09-11") throughout.

const LOCALE = 'en-US';
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const signed = new Intl.NumberFormat(LOCALE, {
  style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero',
});
const DAY = 86_400_000;

/** Rides; under ten the tenths matter to a small warehouse. */
export function rides(value) {
  return Math.abs(value) < 9.95 ? tenth.format(value) : whole.format(value);
}

export const count = (value) => whole.format(value);

export const share = (ratio) => percent.format(ratio);

/** "+6%", "−4%", "0%"; a true minus sign lines up with the plus. */
export const change = (ratio) => signed.format(ratio).replace('-', '−');

/** Bounds are rounded outwards to whole rides, because a range that is too narrow misleads. */
export function range(low, high) {
  return `${whole.format(Math.floor(low))}–${whole.format(Math.ceil(high))}`;
}

export const toTime = (date) => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date, days) =>
  new Date(toTime(date) + days * DAY).toISOString().slice(0, 10);

let lastDates = [];

/** So many days up to a date, oldest first. Hundreds of rows ask for the same ones. */
export function datesUntil(until, length) {
  if (lastDates.at(-1) !== until || lastDates.length < length) {
    lastDates = Array.from({ length }, (_, index) => addDays(until, index + 1 - length));
  }
  return lastDates.slice(-length);
}

export const daysBetween = (from, to) => Math.round((toTime(to) - toTime(from)) / DAY);

export function isWeekend(date) {
  const weekday = new Date(toTime(date)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

const dateFormat = (options) => {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });
  return (date) => format.format(toTime(date));
};

export const weekday = dateFormat({ weekday: 'long' });
export const shortWeekday = dateFormat({ weekday: 'short' });
export const shortDate = dateFormat({ weekday: 'short', month: 'short', day: 'numeric' });
export const longDate = dateFormat({ weekday: 'long', month: 'long', day: 'numeric' });
export const fullDate = dateFormat({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
export const axisDate = dateFormat({ month: 'short', day: 'numeric' });

/** "Today", "Tomorrow", or the weekday, seen from the business date. */
export function dayName(date, businessDate) {
  const ahead = businessDate ? daysBetween(businessDate, date) : NaN;
  if (ahead === 0) return 'Today';
  if (ahead === 1) return 'Tomorrow';
  return weekday(date);
}

/** The date to put beside a day's name, without saying the weekday twice. */
export function dateBeside(date, businessDate) {
  return dayName(date, businessDate) === weekday(date) ? axisDate(date) : shortDate(date);
}

/** How long ago, in the unit a person would use. */
export function age(from, to) {
  const minutes = Math.max(0, Math.round((to - from) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
  const days = Math.round(hours / 24);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** Catalogues write names in capitals; a page that shouts is hard to read. */
export function displayName(name) {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s(/&-])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
    .replace(/\b(Mc|O['’])(\p{L})/gu, (_, prefix, letter) => prefix + letter.toUpperCase())
    .replace(/^Ohare$/, "O'Hare");
}
