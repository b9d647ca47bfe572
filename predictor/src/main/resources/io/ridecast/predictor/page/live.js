// Keeps the page current: server-sent events while they flow, polling while they do not.

import { STREAM } from './api.js';

const POLL = 10_000;
const REOPEN = 20_000;

/**
 * Follows the stream. `handlers`: forecast(record), clock(record), refresh() -> promise that rejects
 * when the service cannot be reached, and state('live' | 'polling' | 'lost').
 */
export function follow(handlers) {
  let polling = null;

  const poll = async () => {
    try {
      await handlers.refresh();
      if (polling) handlers.state('polling');
    } catch {
      if (polling) handlers.state('lost');
    }
  };

  const startPolling = () => {
    if (polling) return;
    polling = setInterval(poll, POLL);
    poll();
  };

  const stopPolling = () => {
    clearInterval(polling);
    polling = null;
  };

  const open = () => {
    const source = new EventSource(STREAM);
    source.addEventListener('open', () => {
      stopPolling();
      handlers.state('live');
      // What came between the first load and this moment, or during an outage, was not streamed.
      handlers.refresh().catch(startPolling);
    });
    source.addEventListener('forecast', (event) => handlers.forecast(JSON.parse(event.data)));
    source.addEventListener('clock', (event) => handlers.clock(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      startPolling();
      // The browser reopens a broken stream by itself, but gives up on one that was refused.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, REOPEN);
    });
  };

  open();
}
