// node scripts/docs.mjs: writes the tables of rules, of cell keys and of converters in the documentation from the product's own data.
// With --check it writes nothing and fails where a table is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { at } from './lib/paths.mjs';

// The data is in TypeScript and JSON modules, which Node 20 cannot read: bundled in memory, and run from there.
const built = await build({
  entryPoints: [at('scripts/lib/doc-tables.ts')],
  bundle: true,
  write: false,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  format: 'esm',
  logLevel: 'warning',
});
const [bundle] = built.outputFiles;
if (!bundle) throw new Error('nothing was bundled');
/** @type {typeof import('./lib/doc-tables.ts')} */
const { documents } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);

const checking = process.argv.includes('--check');
for (const { path, now, due } of documents((path) => readFileSync(at(path)))) {
  if (now === due) continue;
  if (checking) process.exitCode = 1;
  else writeFileSync(at(path), due);
  console.log(checking ? `${path} is out of date: run node scripts/docs.mjs` : `${path} written`);
}
