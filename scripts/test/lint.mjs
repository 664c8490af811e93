// The static checks of `npm run lint`, each counted as one test.
import { at } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function lint() {
  const tsc = at('node_modules/typescript/bin/tsc');
  const codes = [
    await run(process.execPath, [at('node_modules/@biomejs/biome/bin/biome'), 'check', '.']),
    await run(process.execPath, [tsc]),
    await run(process.execPath, [tsc, '-p', at('client/src/webview')]),
    await run(process.execPath, [tsc, '-p', at('scripts')]),
  ];
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed };
}
