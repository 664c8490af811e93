/** `node scripts/claims.mjs`: how often the rules about prose are right, on the labelled sentences of test/fixtures/claims. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(path.join('node_modules', '.claims-'));
try {
  const outfile = path.join(folder, 'claims.mjs');
  await build({
    entryPoints: ['test/harness/claims.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20',
    external: ['fast-check'],
    logLevel: 'warning',
  });
  /** @type {typeof import('../test/harness/claims.ts')} */
  const { judge, LEAST, RULES, scoresOf } = await import(pathToFileURL(path.resolve(outfile)).href);
  for (const name of /** @type {(keyof typeof LEAST)[]} */ (Object.keys(LEAST))) {
    const judged = judge(name);
    console.log(`${name}: ${judged.length} sentences`);
    console.log('| rule | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|');
    for (const { alias, right, wrong, missed, precision, recall } of scoresOf(name, judged))
      console.log(`| ${RULES[alias]} | ${right} | ${wrong} | ${missed} | ${precision.toFixed(3)} | ${recall.toFixed(3)} |`);
    for (const { sentence, wrong, missed } of judged)
      if (wrong.length + missed.length > 0)
        console.log(`  line ${sentence.line}: wrong [${wrong.join('; ')}], missed [${missed.join('; ')}]`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
