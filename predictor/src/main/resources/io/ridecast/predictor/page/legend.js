// What the colours of the map mean.

import { shortWeekday } from './format.js';
import { STEPS } from './words.js';

const { d3 } = window;

export function drawLegend(root, date) {
  const legend = d3.select(root);
  legend.selectAll('p').data(date ? [`Change vs. last ${shortWeekday(date)}`] : []).join('p').text((text) => text);
  legend.selectAll('ul').data(date ? [STEPS] : []).join('ul')
    .selectAll('li').data((steps) => steps)
    .join((enter) => {
      const item = enter.append('li');
      item.append('i').attr('aria-hidden', 'true');
      item.append('span');
      return item;
    })
    .attr('data-step', ({ step }) => step)
    .select('span').text(({ label }) => label);
}
