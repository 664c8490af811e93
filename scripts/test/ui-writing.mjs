// Writing in the embedded VS Code, by mouse and keyboard: a report from nothing, a number that the sums determine, a table from a web page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../lib/until.mjs';

export const PASTED = 'pasted.txt';

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const NUMBERS = [1, 0, 0, 2, 3, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0];

/** The third table as a web page has it, with its merged headers. */
const WEB_TABLE = `<table>
<tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${RESULTS.map((name) => `<td rowspan="2">${name}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${[...RESULTS, ...RESULTS].map((name) => `<td>${name}</td>`).join('')}</tr>
<tr>${NUMBERS.map((number) => `<td>${number}</td>`).join('')}</tr>
</table>`;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} folder
 * @param {(what: string) => void} step
 */
export async function writeReport(page, folder, step) {
  const input = page.locator('.quick-input-widget input').first();
  const run = async (/** @type {string} */ command) => {
    await page.keyboard.press('F1');
    await input.fill(`>${command}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().click();
  };
  const line = (/** @type {string} */ text) => page.locator('.monaco-editor .view-line', { hasText: text }).first();

  step('New report… asks unit, year and layout, and writes the report');
  await run('Disclosure Report: New Report');
  await page.locator('.quick-input-title', { hasText: 'the unit' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '青禾县水务局' }).first().click();
  await page.locator('.quick-input-title', { hasText: 'reporting year' }).waitFor();
  await input.fill('2021');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-title', { hasText: 'how tables are written' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'tsv' }).first().click();
  await line('青禾县水务局2021年政府信息公开工作年度报告').waitFor();

  step('a table copied from a web page arrives as text of the file');
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: PASTED }).dblclick();
  await page.locator(`.tab.active[data-resource-name="${PASTED}"]`).waitFor();
  await page.locator('.editor-instance .view-lines').filter({ visible: true }).first().click();
  await page.evaluate((html) => {
    const blob = (/** @type {string} */ type, /** @type {string} */ text) => ({ [type]: new Blob([text], { type }) });
    return navigator.clipboard.write([new ClipboardItem({ ...blob('text/html', html), ...blob('text/plain', 'as plain text') })]);
  }, WEB_TABLE);
  await page.keyboard.press('Control+V');
  await line('未经复议直接起诉').waitFor();
  await page.keyboard.press('Control+S');
  const file = path.join(folder, PASTED);
  const text = await until(() => {
    const read = readFileSync(file, 'utf8');
    return read.includes('复议') ? read : undefined;
  }, 'the saved file');
  assert.ok(text.split('\n').includes(NUMBERS.join('\t')), text);
}
