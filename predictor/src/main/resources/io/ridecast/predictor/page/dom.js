// The few things that every view does to the document.

const GLOW = { duration: 1600, easing: 'ease-out' };

export const byId = (id) => document.getElementById(id);

/** Writes a text and lets it glow for a moment if it replaced another. */
export function setText(element, text) {
  if (element.textContent === text) return;
  const replaced = element.textContent.trim() !== '';
  element.textContent = text;
  if (replaced && !calm()) element.animate([{ color: 'var(--accent)' }, {}], GLOW);
}

/** Says something to those who listen to the page instead of looking at it. */
export function announce(text) {
  byId('announcer').textContent = text;
}

/** Tells the size of an element now and whenever it changes; asking it while drawing costs a layout. */
export function onResize(element, resized) {
  new ResizeObserver(([{ contentRect }]) => resized(contentRect.width, contentRect.height)).observe(element);
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Milliseconds of a transition; none for people who asked for less motion. */
export const motion = (milliseconds) => (calm() ? 0 : milliseconds);
