// Runs a behaviour on all that match now, and on what arrives later when a list is filled anew.
const known = [];

export function each(selector, behaviour) {
  known.push([selector, behaviour]);
  document.querySelectorAll(selector).forEach(behaviour);
}

export function arrived(root) {
  for (const [selector, behaviour] of known) root.querySelectorAll(selector).forEach(behaviour);
}
