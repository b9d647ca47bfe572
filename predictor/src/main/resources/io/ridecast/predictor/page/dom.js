// The few things that every view does to the document.

export const byId = (id) => document.getElementById(id);

/** Writes a text and lets it glow for a moment if it replaced another. */
export function setText(element, text) {
  if (element.textContent === text) return;
  const replaced = element.textContent.trim() !== '';
  element.textContent = text;
  if (!replaced) return;
  element.classList.remove('fresh');
  void element.offsetWidth; // Restarts the animation.
  element.classList.add('fresh');
}

/** Says something to those who listen to the page instead of looking at it. */
export function announce(text) {
  byId('announcer').textContent = text;
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Milliseconds of a transition; none for people who asked for less motion. */
export const motion = (milliseconds) => (calm() ? 0 : milliseconds);
