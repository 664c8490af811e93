// Installs the packaged extension in the embedded VS Code and does the main job there as a person does, by mouse and keyboard.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPage } from '../lib/browser.mjs';
import { installVsix, startCodeServer, workbenchUrl } from '../lib/code-server.mjs';
import { packageExtension } from '../lib/package.mjs';
import { artifacts, at } from '../lib/paths.mjs';
import { ensureRig } from '../lib/rig.mjs';
import { scratch } from '../lib/scratch.mjs';
import { until } from '../lib/until.mjs';
import { compareReports, writeLastYear } from './ui-library.mjs';
import { viewTables } from './ui-table-view.mjs';
import { openWordFile, writeWordFile } from './ui-word-file.mjs';
import { PASTED, writeReport } from './ui-writing.mjs';

export const REPORT = '1-wrong-totals.txt';

/** The total of the first row says 24 and its addends 23: in the file it is the seventh number behind its label. */
const FAULT = /(一、本年新收政府信息公开申请数量\n(?:\t\d+\n){6}\t)24\n/;

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testUserInterface() {
  const rig = await ensureRig();
  const { file } = await packageExtension();
  const extensions = scratch('extensions');
  await installVsix(rig, file, extensions.dir);
  const workspace = scratch('examples', at('examples'));
  writeFileSync(path.join(workspace.dir, PASTED), '');
  writeLastYear(workspace.dir);
  writeWordFile(workspace.dir);
  const server = await startCodeServer(rig, { extensionsDir: extensions.dir, settings: { 'disclosureReport.messages': 'en' } });
  const { page, close } = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  try {
    await page.goto(workbenchUrl(server.base, { folder: workspace.dir }));
    await openWordFile(page, step);
    await mendFirstReport(page, path.join(workspace.dir, REPORT));
    await writeReport(page, workspace.dir, step);
    await viewTables(page, workspace.dir, step);
    await compareReports(page, workspace.dir, step);
    return { passed: 5, failed: 0 };
  } catch (error) {
    await picture(page, 'failure').catch(() => undefined);
    throw error;
  } finally {
    await close();
    server.stop();
    workspace.remove();
    extensions.remove();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} file
 */
export async function mendFirstReport(page, file) {
  const before = readFileSync(file, 'utf8');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: REPORT }).dblclick();

  step('the report is open; its wrong cell stands among the problems, and the sums that it breaks do not');
  const count = page.locator('.statusbar-item', { has: page.locator('.codicon-error') });
  await count.filter({ hasNotText: /^\s*0/ }).first().waitFor();
  await page.keyboard.press('Control+Shift+M');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'suspect-cell' }).first();
  await problem.waitFor();
  await problem.dblclick();

  step('a double click leads to the squiggle');
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await picture(page, '1-problem');

  step('Ctrl+. offers the right sum, Enter takes it');
  const row = page.locator('.action-widget .monaco-list-row.action', { hasText: '23' });
  // The menu closes by itself where the editor asks for the fixes anew just then: ask again.
  await until(async () => {
    await page.keyboard.press('Control+.');
    const shown = await row
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => undefined,
      );
    return shown;
  }, 'the menu of quick fixes');
  await picture(page, '2-quick-fix');
  await until(async () => {
    if (await row.first().evaluate((element) => element.classList.contains('focused'))) return true;
    await page.keyboard.press('ArrowDown');
    return undefined;
  }, 'the fix in the menu');
  await page.keyboard.press('Enter');
  await problem.waitFor({ state: 'detached' });

  step('Ctrl+S writes the file: two characters of it are others, the rest is the same');
  await page.keyboard.press('Control+S');
  const after = await until(() => {
    const text = readFileSync(file, 'utf8');
    // Being written, the file is empty for a moment.
    return text === before || text === '' ? undefined : text;
  }, 'the saved file');
  const expected = before.replace(FAULT, '$123\n');
  if (expected === before) throw new Error(`${REPORT} has not the fault it should have`);
  if (after !== expected) throw new Error(`the saved text is not the expected one:\n${after}`);
  await picture(page, '3-saved');

  step('the language status says year and findings');
  await page
    .locator('.statusbar-item', { has: page.locator('.codicon-bracket, .codicon-bracket-error') })
    .first()
    .hover();
  await page.locator('.hover-language-status', { hasText: '2022' }).first().waitFor();
  await picture(page, '4-status');

  step('the code of a problem opens the page of its rule');
  await page.locator('.markers-panel a', { hasText: 'dispute-total-mismatch' }).first().click();
  await page.locator('.tab', { hasText: 'dispute-total-mismatch' }).first().waitFor();
  await picture(page, '5-rule-page');
}

const step = (/** @type {string} */ what) => console.log(`ui: ${what}`);

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
export const picture = (page, name) => page.screenshot({ path: path.join(artifacts, `ui-${name}.png`) });
