/** `npm run bench`: lint against its floor, and keystrokes through the server, as ratios taken in one run; what the bundles weigh. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { printBundles } from './lib/bundles.mjs';

const folder = mkdtempSync(path.join('node_modules', '.bench-'));
try {
  const outfile = path.join(folder, 'bench.mjs');
  await build({
    entryPoints: ['test/bench/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    // The protocol library is CommonJS and stays outside the bundle.
    external: ['vscode-languageserver', 'fast-check'],
    logLevel: 'warning',
  });
  await import(pathToFileURL(path.resolve(outfile)).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('bundles')) {
  console.log('bundles as they ship, and how soon the command line answers');
  await printBundles();
}
