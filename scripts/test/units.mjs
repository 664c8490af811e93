// Everything that vitest runs: units, laws, the protocol over streams, the command line as a process.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installPackages } from '../lib/debian.mjs';
import { artifacts, at } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testUnits() {
  // The other editor at the server's end; elsewhere its test runs if it is installed.
  if (canInstall() && !existsSync('/usr/bin/nvim')) await installPackages(['neovim']);
  const report = path.join(artifacts, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [at('node_modules/vitest/vitest.mjs'), 'run', ...reporters]);
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load, or an unhandled rejection, fails the run without failing a test.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
