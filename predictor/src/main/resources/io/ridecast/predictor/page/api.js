// The REST look-ups that the page reads. Every failure is one of two: not yet, or not reachable.

/** The service is there but cannot answer yet; it said when to ask again. */
export class NotReady extends Error {
  constructor(reason, retrySeconds) {
    super(reason);
    this.retrySeconds = retrySeconds;
  }
}

/** There is nothing under this address. */
export class NotFound extends Error {}

const TIMEOUT = 15_000;

async function get(path) {
  const response = await fetch(path, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (response.status === 503) {
    throw new NotReady(await reasonOf(response), Number(response.headers.get('Retry-After')) || 3);
  }
  if (response.status === 404) {
    throw new NotFound(`Nothing at ${path}`);
  }
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  return response.json();
}

const reasonOf = (response) =>
  response.json().then((problem) => problem.detail ?? problem.title).catch(() => 'Ridecast is starting.');

const nullIfAbsent = (answer) =>
  answer.catch((problem) => {
    if (problem instanceof NotFound) return null;
    throw problem;
  });

export const communities = () => get('v1/communities').then((body) => body.communities);

/** All current forecasts, the city's own or null, and the clock they are to be read against. */
export const forecasts = () =>
  get('v1/forecasts').then(({ forecasts: all, city = null, clock = null }) => ({ forecasts: all, city, clock }));

export const history = (key, days) =>
  nullIfAbsent(get(`v1/history/${encodeURIComponent(key)}?days=${days}`))
    .then((body) => body?.days ?? []);

export const champion = () => nullIfAbsent(get('v1/model')).then((body) => body?.champion ?? null);

/** The newest training run, or null before the first. */
export const training = () => nullIfAbsent(get('v1/training')).then((body) => body?.run ?? null);

export const STREAM = 'v1/stream';
