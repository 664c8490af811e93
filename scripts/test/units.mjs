// Everything that vitest runs: units, laws, the protocol over streams, the command line as a process.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { canInstall, installPackages } from '../lib/debian.mjs';
import { artifacts, at } from '../lib/paths.mjs';
import { capture, run } from '../lib/run.mjs';

/** @typedef {{status: string, fullName: string}} Result a test, with the names of what holds it */
/** @typedef {{numPassedTests: number, numFailedTests: number, testResults: {assertionResults: Result[]}[]}} VitestReport */

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testUnits() {
  // The other editors at the server's end; elsewhere their tests run if they are installed.
  if (canInstall()) {
    const missing = await missingEditors();
    // Without them everything else is still to be tested.
    if (missing.length > 0) await installPackages(missing).catch((error) => console.error(`${missing.join(', ')}: ${error}`));
  }
  const report = path.join(artifacts, 'vitest.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [at('node_modules/vitest/vitest.mjs'), 'run', ...reporters]);
  /** @type {VitestReport} */
  const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName } of results.filter(({ status }) => status === 'skipped')) console.log(`skipped: ${fullName}`);
  // A file that does not load, or an unhandled rejection, fails the run without failing a test.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** The Debian packages of the editors that tests drive and that are not there. From Emacs 29 on eglot is a part of it. */
async function missingEditors() {
  const neovim = existsSync('/usr/bin/nvim') ? [] : ['neovim'];
  if (!existsSync('/usr/bin/emacs')) return [...neovim, 'emacs-nox', 'elpa-eglot'];
  const { code } = await capture('emacs', ['--batch', '--eval', '(package-initialize)', '--eval', "(require 'eglot)"]);
  return code === 0 ? neovim : [...neovim, 'elpa-eglot'];
}
