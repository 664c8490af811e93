// npm run trace -- FILE: prints what the reader saw of a text (tokens, words, rows) and why it judged each row as it did.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { at } from './lib/paths.mjs';
import { scratch } from './lib/scratch.mjs';

const [file] = process.argv.slice(2);
if (!file) throw new Error('用法 / usage: npm run trace -- FILE');

const outfile = path.join(scratch('trace').dir, 'trace.mjs');
await build({
  stdin: {
    contents: "export { trace } from './report/trace.ts'; export { lexiconOf, decode } from './index.ts';",
    resolveDir: at('server/src/core'),
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  outfile,
  logLevel: 'warning',
});
const { trace, lexiconOf, decode } = await import(pathToFileURL(outfile).href);

// npm changes into the package's folder; the path was meant from where the person stands.
const decoded = decode(readFileSync(path.resolve(process.env.INIT_CWD ?? process.cwd(), file)));
if (decoded.kind !== 'text') throw new Error(decoded.message.en);
for (const line of trace(decoded.text, lexiconOf())) process.stdout.write(`${line}\n`);
