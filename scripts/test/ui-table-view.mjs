// The table view in the embedded VS Code, by mouse and keyboard: from the title of the editor to the text and back, and over a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { artifacts } from '../lib/paths.mjs';
import { until } from '../lib/until.mjs';

const REPORT = '2-edition-2019.txt';
const KEY = 'disclosure.administrativeLicenses.decisions';

/**
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {(what: string) => void} step
 */
export async function viewTables(page, folder, step) {
  const file = path.join(folder, REPORT);
  const before = readFileSync(file, 'utf8');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: REPORT }).dblclick();

  step('the button in the editor’s title opens the tables beside it, with the cell at the cursor marked');
  // Behind its label stand last year’s number and the change.
  const line = before.slice(0, before.indexOf('行政许可')).split('\n').length + 3;
  await page.locator(`.tab.active[data-resource-name="${REPORT}"]`).waitFor();
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').first().fill(`:${line}:2`);
  await page.keyboard.press('Enter');
  await page.locator('.editor-actions .action-label[aria-label*="Show the Tables"]').click();
  const tables = await frameOf(page);
  const cell = tables.locator(`td[data-key="${KEY}"]`);
  await cell.filter({ hasText: /^53$/ }).and(tables.locator('[aria-current]')).waitFor();

  step('a click on a cell selects its number in the text');
  await cell.click();
  await page.locator('.monaco-editor .active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
  await page.locator('.monaco-editor .selected-text').first().waitFor();

  step('a number typed in the view stands in the text');
  await page.keyboard.press('F2');
  await page.keyboard.type('54');
  await page.keyboard.press('Enter');
  await cell.filter({ hasText: /^54$/ }).waitFor();
  await page.screenshot({ path: path.join(artifacts, 'ui-6-table-view.png') });

  step('undo and redo of the text work from within the view, which keeps the keyboard');
  for (const { keys, text } of [
    { keys: 'Control+Z', text: '53' },
    { keys: 'Control+Shift+Z', text: '54' },
    { keys: 'Control+Z', text: '53' },
    { keys: 'Control+Y', text: '54' },
  ]) {
    await cell.and(tables.locator(':focus')).waitFor();
    await page.keyboard.press(keys);
    await cell.filter({ hasText: new RegExp(`^${text}$`) }).waitFor();
  }
  await cell.and(tables.locator(':focus')).waitFor();

  step('the keyboard goes to the text, and its undo takes the number back');
  await page.keyboard.press('Control+Enter');
  await page.locator('.statusbar-item', { hasText: '(2 selected)' }).waitFor();
  await until(() => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null || undefined), 'the cursor in the text');
  await page.keyboard.press('Control+Z');
  await cell.filter({ hasText: /^53$/ }).waitFor();
  await page.locator(`.tab.dirty[data-resource-name="${REPORT}"]`).waitFor({ state: 'detached' });

  step('what is typed in the text stands in the view at once');
  await page.locator('.statusbar-item', { hasText: '(2 selected)' }).waitFor();
  await page.keyboard.type('5');
  await cell.filter({ hasText: /^5$/ }).waitFor();
  await page.keyboard.type('5');
  await cell.filter({ hasText: /^55$/ }).waitFor();
  await page.keyboard.press('Control+S');
  const after = await until(() => {
    const text = readFileSync(file, 'utf8');
    return text === before || text === '' ? undefined : text;
  }, 'the saved file');
  assert.equal(after.length, before.length);
  assert.equal([...after].filter((char, at) => char !== before[at]).length, 1);

  step('the view is there again after a reload of the window');
  await until(() => page.evaluate(keepState, 'disclosureReport.tables'), 'the state of the window, written');
  await page.reload();
  const again = await frameOf(page);
  await again.locator(`td[data-key="${KEY}"]`).filter({ hasText: /^55$/ }).waitFor();
}

/**
 * The page inside the two frames that the workbench puts around it.
 * @param {import('playwright-core').Page} page
 */
export const frameOf = (page) =>
  until(async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator('table[role=grid]')
        .count()
        .catch(() => 0);
      if (count > 0) return frame;
    }
    return undefined;
  }, 'the table view');

/**
 * Runs in the page. The editor writes which tabs are open once a minute and when its window loses the focus: takes that from
 * it, and tells whether the tab of a view has been written.
 * @param {string} view
 * @returns {Promise<true | undefined>}
 */
async function keepState(view) {
  document.hasFocus = () => false;
  window.dispatchEvent(new Event('blur'));
  const stores = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('vscode-web-state-db-') ? [name] : []));
  for (const name of stores) {
    const values = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = reject;
      opening.onsuccess = () => {
        const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').getAll();
        reading.onerror = reject;
        reading.onsuccess = () => {
          opening.result.close();
          resolve(reading.result);
        };
      };
    });
    const tabs = values.find((/** @type {unknown} */ value) => String(value).includes('"editorpart.state"'));
    if (String(tabs).includes(view)) return true;
  }
  return undefined;
}
