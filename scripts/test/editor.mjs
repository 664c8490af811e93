// Runs the mocha suite of test/vscode inside a real VS Code: the desktop program where there is one, else the embedded one.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { openPage } from '../lib/browser.mjs';
import { startCodeServer, workbenchUrl } from '../lib/code-server.mjs';
import { findDesktopProgram } from '../lib/desktop.mjs';
import { artifacts, at, root } from '../lib/paths.mjs';
import { ensureRig } from '../lib/rig.mjs';
import { scratch } from '../lib/scratch.mjs';

const SUITE = at('dist-test/vscode/index.cjs');
const LIMIT_SECONDS = 180;

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testInEditor() {
  // The suite writes its count to this file, for neither kind of VS Code hands a value back.
  const report = path.join(artifacts, 'editor.json');
  rmSync(report, { force: true });
  const workspace = scratch('workspace', at('test/vscode/workspace'));
  const env = { DISCLOSURE_REPORT_TEST_REPORT: report };
  const program = await findDesktopProgram();
  const code = await (program === undefined ? runEmbedded(workspace.dir, env) : runDesktop(program, workspace.dir, env));
  workspace.remove();
  /** @type {import('../test.mjs').Tally} */
  const tally = JSON.parse(readFileSync(report, 'utf8'));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {string} program
 * @param {string} workspace
 * @param {Record<string, string>} env
 */
async function runDesktop(program, workspace, env) {
  const { runTests } = await import('@vscode/test-electron');
  const profile = scratch('profile');
  return runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: root,
    extensionTestsPath: SUITE,
    extensionTestsEnv: env,
    launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${profile.dir}`],
  })
    .catch((error) => {
      console.error(String(error));
      return 1;
    })
    .finally(profile.remove);
}

/**
 * The workbench runs in a headless page, which reports what the suite prints and how it ends through two functions of ours.
 * @param {string} workspace
 * @param {Record<string, string>} env
 * @returns {Promise<number>} the suite's exit code
 */
async function runEmbedded(workspace, env) {
  const server = await startCodeServer(await ensureRig(), { env, testDriver: true });
  const { page, close } = await openPage();
  try {
    const verbose = process.env.VERBOSE === '1';
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = format(...args);
      // The suite marks its lines, so that they can be told from the workbench's own log.
      if (line.startsWith('T| ')) console.log(line.slice(3));
      else if (verbose) console.log(line);
    });
    /** @type {Promise<number>} */
    const exit = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.once('crash', () => reject(new Error('the page crashed')));
      server.ended.then(() => reject(new Error('code-server ended')));
      const late = () => reject(new Error(`the suite did not end within ${LIMIT_SECONDS} s`));
      setTimeout(late, LIMIT_SECONDS * 1000).unref();
    });
    await page.goto(workbenchUrl(server.base, { folder: workspace, extension: root, tests: SUITE }));
    return await exit;
  } catch (error) {
    await page.screenshot({ path: path.join(artifacts, 'editor-failure.png') }).catch(() => undefined);
    console.error(server.log().slice(-4000));
    throw error;
  } finally {
    await close();
    server.stop();
  }
}
