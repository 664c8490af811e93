// npm test: runs every kind of test in order, from the quick ones to the real editor; `npm test -- unit` runs only those named.
import { mkdirSync } from 'node:fs';
import { artifacts } from './lib/paths.mjs';
import { build } from './lib/prepare.mjs';
import { testInEditor } from './test/editor.mjs';
import { lint } from './test/lint.mjs';
import { testUserInterface } from './test/ui.mjs';
import { testUnits } from './test/units.mjs';
import { testInBrowser } from './test/web.mjs';
import { testTableView } from './test/webview.mjs';

/** @typedef {{passed: number, failed: number}} Tally */

/** @type {Record<string, () => Promise<Tally>>} */
const STAGES = { lint, unit: testUnits, webview: testTableView, editor: testInEditor, ui: testUserInterface, web: testInBrowser };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in STAGES));
if (unknown.length > 0) throw new Error(`no such tests: ${unknown.join(', ')} (there are ${Object.keys(STAGES).join(', ')})`);

mkdirSync(artifacts, { recursive: true });
await build();
const total = { passed: 0, failed: 0 };
for (const [name, stage] of Object.entries(STAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = Date.now();
  const tally = await attempt(stage);
  console.log(`── ${name}: ${tally.passed} ok, ${tally.failed} not ok, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  total.passed += tally.passed;
  total.failed += tally.failed;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);

/**
 * A stage that breaks down, or that runs no test at all, counts as one failure; the others still run.
 * @param {() => Promise<Tally>} stage
 * @returns {Promise<Tally>}
 */
async function attempt(stage) {
  try {
    const tally = await stage();
    if (tally.passed + tally.failed > 0) return tally;
    console.error('no test was run');
  } catch (error) {
    console.error(error);
  }
  return { passed: 0, failed: 1 };
}
