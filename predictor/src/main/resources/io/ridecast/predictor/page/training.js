// The newest training run: which steps it has taken, and what came of each.

import { byId } from './dom.js';
import { age } from './format.js';

const OUTCOME = { STARTED: 'under way', SUCCEEDED: 'done', FAILED: 'failed', REFUSED: 'refused' };

/** Whether a run still goes on. */
export function isOpen(run) {
  const last = run?.steps.at(-1);
  return Boolean(last) && (last.status === 'STARTED' || (last.status === 'SUCCEEDED' && last.step !== 'ANNOUNCE'));
}

export function showTraining(run) {
  byId('training').hidden = !run;
  if (!run) return;
  byId('training-note').textContent = note(run);
  byId('training-steps').replaceChildren(...run.steps.map(row));
}

function note(run) {
  if (isOpen(run)) return 'A training is under way';
  const last = run.steps.at(-1);
  const end = `${OUTCOME[last.status]} ${age(Date.parse(last.ended_at), Date.now())}`;
  return `The last training: ${end}`;
}

function row(step) {
  const line = document.createElement('tr');
  const name = document.createElement('th');
  name.scope = 'row';
  name.textContent = step.step.charAt(0) + step.step.slice(1).toLowerCase();
  const outcome = cell(OUTCOME[step.status] + (step.attempt > 1 ? `, attempt ${step.attempt}` : ''));
  outcome.dataset.status = step.status;
  line.append(name, outcome, cell(seconds(step)), cell(step.detail));
  return line;
}

function cell(text) {
  const made = document.createElement('td');
  made.textContent = text;
  return made;
}

function seconds(step) {
  if (!step.ended_at) return '';
  const took = (Date.parse(step.ended_at) - Date.parse(step.started_at)) / 1000;
  return took < 10 ? `${took.toFixed(1)} s` : `${Math.round(took)} s`;
}
