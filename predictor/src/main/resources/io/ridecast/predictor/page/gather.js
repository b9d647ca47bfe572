// Holds changes back until a burst is over, so that no half of it is ever drawn.

/** `gather(change)` applies all changes once none came for `quiet` ms, or `longest` ms have passed. */
export function gathering(quiet, longest, applied) {
  let changes = [];
  let since = 0;
  let timer = 0;

  const apply = () => {
    const all = changes;
    changes = [];
    all.forEach((change) => change());
    applied();
  };

  return (change) => {
    const now = performance.now();
    if (!changes.length) since = now;
    changes.push(change);
    clearTimeout(timer);
    timer = setTimeout(apply, Math.max(0, Math.min(quiet, since + longest - now)));
  };
}
