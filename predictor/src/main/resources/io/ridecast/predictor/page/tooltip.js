// One small box beside whatever is under the pointer or has the focus.

import { byId } from './dom.js';

export class Tooltip {
  #root = byId('tooltip');

  /** Shows a title and lines at an element, or at a point {x, y} of the window. */
  show(anchor, title, lines) {
    const heading = document.createElement('strong');
    heading.textContent = title;
    this.#root.replaceChildren(heading, ...lines.map((line) => {
      const row = document.createElement('span');
      row.textContent = line;
      return row;
    }));
    this.#root.hidden = false;
    this.#place(anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y));
  }

  hide() {
    this.#root.hidden = true;
  }

  #place(target) {
    const box = this.#root.getBoundingClientRect();
    const left = Math.min(Math.max(8, target.left + target.width / 2 - box.width / 2), innerWidth - box.width - 8);
    const above = target.top - box.height - 8;
    this.#root.style.left = `${left}px`;
    this.#root.style.top = `${above > 8 ? above : target.bottom + 8}px`;
  }
}
