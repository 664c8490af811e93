// npm run check -- PATH…: checks reports with the command line of this tree, building it first where it is out of date.

import { at } from './lib/paths.mjs';
import { ensureBuilt } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';

await ensureBuilt();
// npm changes into the package's folder; the paths were meant from where the person stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await run(process.execPath, [at('dist/cli.mjs'), 'check', ...process.argv.slice(2)], { cwd, stdin: 'inherit' });
