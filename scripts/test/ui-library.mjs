// Several reports in the embedded VS Code, by mouse and keyboard: the view of the reports, two years compared, the tables saved.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../lib/until.mjs';
import { frameOf } from './ui-table-view.mjs';

const REPORT = '4-correct.txt';
const LAST_YEAR = '4-last-year.txt';
const KEY = 'disclosure.administrativeLicenses.decisions';

/**
 * The report of the year before: 15 licences fewer.
 * @param {string} folder
 */
export function writeLastYear(folder) {
  const text = readFileSync(path.join(folder, REPORT), 'utf8');
  writeFileSync(path.join(folder, LAST_YEAR), text.replaceAll('2024', '2023').replace('行政许可\t415', '行政许可\t400'));
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {(what: string) => void} step
 */
export async function compareReports(page, folder, step) {
  step('the view of the reports has them by unit and year, and opens one');
  await page.locator('.pane-header', { hasText: 'Disclosure reports' }).click();
  const rows = page.locator('.pane', { hasText: 'Disclosure reports' }).locator('.monaco-list-row');
  await rows.filter({ hasText: '柳浦区文化和旅游局' }).waitFor();
  const [newer, older] = ['2024', '2023'].map((year) => rows.filter({ hasText: year }).filter({ hasText: '4-' }).first());
  await older?.waitFor();
  await newer?.click();
  await page.locator(`.tab.active[data-resource-name="${REPORT}"]`).waitFor();

  step('the lens over a table compares it with last year’s: what differs is marked, with both numbers');
  await page.keyboard.press('Control+Home');
  await page.locator('.codelens-decoration a', { hasText: 'Compare with last year' }).first().click();
  const tables = await frameOf(page);
  const cell = tables.locator(`td[data-key="${KEY}"].changed`);
  await cell.filter({ hasText: /^415\+15 2023: 400$/ }).waitFor();
  await tables
    .locator('[role=status]', { hasText: /last year’s: 1$/ })
    .first()
    .waitFor();

  step('“Save as HTML” asks for a place, beside the report unless told otherwise, and writes one file');
  await tables.locator('button', { hasText: 'Save as HTML' }).click();
  const saved = path.join(folder, '4-correct-tables.html');
  const input = page.locator('.quick-input-widget input').first();
  await until(async () => (await input.inputValue()).endsWith(saved) || undefined, 'the place that is proposed');
  await page.keyboard.press('Enter');
  const html = await until(() => (existsSync(saved) && readFileSync(saved, 'utf8')) || undefined, 'the saved tables');
  assert.equal(html.match(/<table/g)?.length, 3);
  assert.match(html, />415<\/td>/);
}
