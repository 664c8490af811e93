// Undoes what a script started, however the script ends: normally, by an error, by Ctrl+C.

/** @type {Set<() => void>} */
const pending = new Set();

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => process.exit(code));
}
process.on('exit', () => {
  for (const undo of [...pending].reverse()) undo();
});

/**
 * @param {() => void} undo synchronous; runs once at most
 * @returns {() => void} runs it now
 */
export function atExit(undo) {
  const once = () => {
    if (pending.delete(undo)) undo();
  };
  pending.add(undo);
  return once;
}
