// Drives the page of the table view in a real browser: keyboard, editing, what screen readers are told, and its security policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPage } from '../lib/browser.mjs';
import { artifacts, at } from '../lib/paths.mjs';
import { until } from '../lib/until.mjs';
import { THEMES } from './themes.mjs';
import { ORIGIN, openStage } from './webview-stage.mjs';

/** @typedef {import('./webview-stage.mjs').Stage} Stage */

const example = (/** @type {string} */ name) => readFileSync(at('examples', name), 'utf8');
const WRONG = example('1-wrong-totals.txt');
const TOTAL = 'applications.received.total';

/** @type {Record<string, (stage: Stage) => Promise<void>>} */
const TESTS = {
  async 'draws three tables with captions, scopes and merged headers'({ page, cell }) {
    assert.equal(await page.locator('table[role=grid] > caption').count(), 3);
    assert.deepEqual(await page.locator('th').evaluateAll((all) => [...new Set(all.map((th) => th.getAttribute('scope')))].sort()), [
      'col',
      'colgroup',
      'row',
      'rowgroup',
    ]);
    const results = page.locator('th', { hasText: '三、本年度办理结果' });
    assert.equal(await results.getAttribute('rowspan'), '22');
    assert.equal(await page.locator('th', { hasText: '申请人情况' }).getAttribute('colspan'), '7');
    assert.equal(await cell('disclosure.administrativeLicenses.decisions').getAttribute('colspan'), '3');
    // Each row of each table is as wide as the table: nothing overlaps, nothing is left out.
    const widths = await page.locator('table').evaluateAll((tables) =>
      tables.map((table) => {
        const rows = [...table.querySelectorAll('tr')];
        /** @type {number[]} */
        const taken = rows.map(() => 0);
        rows.forEach((row, y) => {
          for (const { colSpan, rowSpan } of row.cells) for (let dy = 0; dy < rowSpan; dy++) taken[y + dy] = (taken[y + dy] ?? 0) + colSpan;
        });
        return [...new Set(taken)];
      }),
    );
    assert.deepEqual(widths, [[4], [10], [15]]);
  },

  async 'names each number by its headers for screen readers, and says what is wrong'({ page, cell }) {
    assert.equal(await cell(TOTAL).getAttribute('aria-invalid'), 'true');
    assert.match((await cell(TOTAL).getAttribute('aria-description')) ?? '', /应为 23，现为 24/);
    assert.match((await cell(TOTAL).textContent()) ?? '', /24 有误/);
    assert.equal(await cell('applications.received.naturalPerson').getAttribute('aria-invalid'), null);
    await page.getByRole('rowheader', { name: '四、结转下年度继续办理' }).waitFor();
    await page.getByRole('columnheader', { name: '公益组织' }).waitFor();
    await page.getByRole('grid', { name: '收到和处理政府信息公开申请情况表' }).waitFor();
    assert.match(await cell(TOTAL).ariaSnapshot(), /gridcell/);
  },

  async 'says what is blank, missing or unreadable'({ page, host, cell, update }) {
    host.replace('（一）予以公开\n\t8\n', '（一）予以公开\n\t\n');
    host.replace(/(4\.保护第三方合法权益\n\t1\n)\t0\n/.exec(host.text())?.[0] ?? '', '4.保护第三方合法权益\n\t1\n');
    await update();
    const blank = cell('applications.granted.naturalPerson');
    assert.match((await blank.getAttribute('class')) ?? '', /\bblank\b/);
    assert.equal((await blank.textContent())?.trim(), '空白 待核');
    const gone = page.locator('td.missing, td.unreadable');
    assert.ok((await gone.count()) > 0);
    assert.match((await gone.first().textContent()) ?? '', /缺|读不出/);
    assert.equal(await gone.first().getAttribute('aria-readonly'), 'true');
  },

  async 'is walked through with arrow keys, with one stop of the Tab key in each table'({ page, posted, cell }) {
    assert.equal(await page.locator('td[tabindex="0"]').count(), 3);
    await cell('applications.received.naturalPerson').focus();
    const visited = [];
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'ArrowRight', 'Home', 'Control+End', 'ArrowUp', 'Control+Home', 'ArrowUp']) {
      await page.keyboard.press(key);
      visited.push(await focused(page));
    }
    assert.deepEqual(visited, [
      'applications.received.commercialEnterprise',
      'applications.carriedOver.commercialEnterprise',
      'applications.carriedOver.total',
      'applications.carriedOver.total',
      'applications.carriedOver.naturalPerson',
      'applications.carriedForward.total',
      'applications.total.total',
      'applications.received.naturalPerson',
      'applications.received.naturalPerson',
    ]);
    assert.deepEqual(posted.at(-1), { type: 'reveal', key: 'applications.received.naturalPerson', focus: 'table' });
    await page.keyboard.press('Control+Enter');
    await until(() => posted.at(-1)?.focus === 'text' || undefined, 'the cursor in the text');
    assert.equal(await page.locator('#table-applications td[tabindex="0"]').count(), 1);
    // Over blocks of another width the cell above is the one that reaches there.
    await cell('disclosure.administrativeLicenses.decisions').focus();
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'disclosure.normativeDocuments.issued');
  },

  async 'tells of the focused cell at its foot: name, faults, formulas'({ page, cell }) {
    await cell(TOTAL).focus();
    const detail = await page.locator('#detail').innerText();
    assert.match(detail, /一、本年新收政府信息公开申请数量·总计 24/);
    assert.match(detail, /总计 24 ≠ 23 = 自然人 17 \+ 商业企业 3/);
    await cell(TOTAL).hover();
    assert.match(await page.getByRole('tooltip').innerText(), /总计 24 ≠ 23/);
  },

  async 'changes a number in the text, and keeps the focus'({ page, host, posted, cell }) {
    const before = host.text();
    await cell(TOTAL).focus();
    await page.keyboard.press('F2');
    assert.equal(await page.getByRole('textbox', { name: '一、本年新收政府信息公开申请数量·总计' }).inputValue(), '24');
    await page.keyboard.type('23');
    await page.keyboard.press('Enter');
    await until(async () => ((await cell(TOTAL).textContent()) === '23' ? true : undefined), 'the new number');
    assert.equal(await focused(page), TOTAL);
    assert.equal(await cell(TOTAL).getAttribute('aria-invalid'), null);
    assert.equal(posted.filter(({ type }) => type === 'write').length, 1);
    const fault = /(一、本年新收政府信息公开申请数量\n(?:\t\d+\n){6}\t)24\n/;
    assert.equal(host.text(), before.replace(fault, '$123\n'));
    // A digit begins the number anew.
    await page.keyboard.press('2');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await until(() => (host.text() === before ? true : undefined), 'the old number');
  },

  async 'gives up with Escape'({ page, host, posted, cell }) {
    const before = host.text();
    await cell(TOTAL).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('input').count(), 0);
    assert.equal(await focused(page), TOTAL);
    assert.match((await cell(TOTAL).textContent()) ?? '', /^24/);
    assert.equal(host.text(), before);
    assert.ok(!posted.some(({ type }) => type === 'write'));
  },

  async 'writes nothing half typed when other tables take the place of these'({ page, host, posted, cell, tell }) {
    for (const message of [{ type: 'tables', tables: { ...host.tables(), uri: 'file:///other.txt' } }, { type: 'nothing' }]) {
      await cell(TOTAL).dblclick();
      await page.keyboard.type('7');
      await tell(message);
      assert.equal(await page.locator('input').count(), 0);
    }
    assert.ok(!posted.some(({ type }) => type === 'write'));
  },

  async 'says which tables a number is for'({ page, host, posted, cell }) {
    const { version } = host.tables() ?? {};
    await cell(TOTAL).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('23');
    await page.keyboard.press('Enter');
    const written = await until(() => posted.find(({ type }) => type === 'write'), 'the number');
    assert.deepEqual(written, { type: 'write', uri: 'file:///report.txt', version, report: 0, key: TOTAL, value: '23' });
  },

  async 'refuses what is no number, and says why'({ page, host, cell }) {
    const before = host.text();
    for (const wrong of ['-1', '2.5', 'abc', '']) {
      await cell(TOTAL).focus();
      await page.keyboard.press('F2');
      await page.getByRole('textbox').fill(wrong);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: '应为不小于 0 的整数' }).waitFor();
      assert.equal(await page.getByRole('textbox').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.getByRole('textbox').getAttribute('aria-errormessage'), 'refusal');
      await page.keyboard.press('Escape');
    }
    assert.equal(host.text(), before);
    assert.equal(await focused(page), TOTAL);
  },

  async 'touches no cell but those that changed, and keeps the focus while the text is typed in'({ page, host, cell, update }) {
    await cell('applications.carriedOver.naturalPerson').focus();
    await page.evaluate(() => {
      const touched = new Set();
      Object.assign(globalThis, { touched });
      new MutationObserver((all) => {
        for (const { target } of all) {
          const element = target instanceof Element ? target : target.parentElement;
          touched.add(element?.closest('td')?.dataset.key ?? element?.tagName);
        }
      }).observe(document.querySelector('main') ?? document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    // In front of the tables: places move, and nothing of what is seen.
    host.replace('一、总体情况\n', '一、总体情况\n\n');
    await update();
    assert.deepEqual(await touched(page), []);
    host.replace('行政许可\n\t1286', '行政许可\n\t1287');
    await update();
    assert.deepEqual(await touched(page), ['disclosure.administrativeLicenses.decisions']);
    assert.equal(await focused(page), 'applications.carriedOver.naturalPerson');
  },

  async 'leaves a field alone in which somebody types while the text changes'({ page, host, cell, update }) {
    await cell(TOTAL).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('2');
    host.replace('行政许可\n\t1286', '行政许可\n\t1287');
    await update();
    await page.keyboard.type('3');
    assert.equal(await page.getByRole('textbox').inputValue(), '23');
  },

  async 'marks the cell at the cursor of the text'({ page, tell, cell }) {
    await tell({ type: 'mark', key: TOTAL });
    assert.equal(await cell(TOTAL).getAttribute('aria-current'), 'true');
    assert.equal(await cell(TOTAL).getAttribute('tabindex'), '0');
    await tell({ type: 'mark', key: null });
    assert.equal(await page.locator('[aria-current]').count(), 0);
  },

  async 'shows last year’s numbers as a second line, and what differs from them'({ page, cell }) {
    await page.getByRole('button', { name: '上年数字' }).click();
    assert.equal(await page.getByRole('button', { name: '上年数字' }).getAttribute('aria-pressed'), 'true');
    assert.match(await cell('disclosure.administrativeLicenses.decisions').locator('.previous').innerText(), /2021:\s+1200$/);
    await page.getByRole('button', { name: '上年数字' }).click();
    assert.equal(await page.locator('.previous').count(), 0);
    await page.getByRole('button', { name: '与上年比较' }).click();
    assert.deepEqual(await page.locator('td.changed').evaluateAll((all) => all.map((td) => td.getAttribute('data-key'))), [
      'disclosure.administrativeLicenses.decisions',
    ]);
    assert.equal(await cell('disclosure.administrativeLicenses.decisions').locator('.difference').innerText(), '+86');
    await page.getByText('与上年不同的数字：1 个').waitFor();
  },

  async 'puts real tables on the clipboard'({ page }) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: ORIGIN });
    await page.getByRole('button', { name: '复制为 HTML' }).click();
    await page.getByText('已复制').waitFor();
    const [html, text] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item?.getType(type))?.text() ?? ''));
    });
    assert.equal(html?.match(/<table/g)?.length, 3);
    assert.match(html ?? '', /border:\s*1px solid/);
    assert.match(html ?? '', /rowspan="22"/);
    assert.match(text ?? '', /一、本年新收政府信息公开申请数量\t\t\t17\t3/);
  },

  async 'fills the clipboard by the copy event where it may not write it'({ page }) {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      addEventListener('copy', ({ clipboardData }) => Object.assign(globalThis, { html: clipboardData?.getData('text/html') }));
    });
    await page.getByRole('button', { name: '复制此表' }).last().click();
    await page.getByText('已复制').waitFor();
    const html = await page.evaluate(() => /** @type {any} */ (globalThis).html);
    assert.equal(html.match(/<table/g).length, 1);
  },

  async 'hands the tables over as one file'({ page, posted }) {
    await page.getByRole('button', { name: '存为 HTML…' }).click();
    const { type, html } = posted.at(-1);
    assert.equal(type, 'save');
    assert.match(html, /^<!DOCTYPE html>[\s\S]*<h1>云溪市卫生健康委员会 2022<\/h1>[\s\S]*<\/html>\n$/);
  },

  async 'loads its own two files only, and lets nothing else run'({ page, requested, complaints }) {
    assert.deepEqual([...requested].sort(), ['/', '/table-view.css', '/table-view.js']);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('[style]:not(#card)').count(), 0);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      const fetched = await fetch('/other').then(
        () => true,
        () => false,
      );
      return [/** @type {any} */ (globalThis).ran === true, fetched];
    });
    assert.deepEqual(ran, [false, false]);
  },

  async 'says so where there is no report any more'({ page, tell, update }) {
    await tell({ type: 'nothing' });
    await page.getByText('此文档中没有年报。').waitFor();
    assert.equal(await page.locator('table').count(), 0);
    await update();
    assert.equal(await page.locator('table').count(), 3);
  },
};

/** @returns {Promise<import('../test.mjs').Tally>} */
export async function testTableView() {
  /** @type {typeof import('../../test/webview/host.ts')} */
  const { createHost } = await import(pathToFileURL(at('dist-test/webview/host.mjs')).href);
  const lastYear = WRONG.replaceAll('2022', '2021').replace('行政许可\n\t1286', '行政许可\n\t1200');
  const { page: first, close } = await openPage();
  const tally = { passed: 0, failed: 0 };
  try {
    const browser = first.context().browser();
    for (const [name, test] of Object.entries(TESTS)) {
      const context = await /** @type {NonNullable<typeof browser>} */ (browser).newContext({ viewport: { width: 1100, height: 900 } });
      const stage = await openStage(await context.newPage(), createHost(WRONG, lastYear, 'zh-cn'));
      try {
        await test(stage);
        tally.passed++;
      } catch (error) {
        tally.failed++;
        console.error(`FAILED  ${name}\n`, error);
        await stage.page.screenshot({ path: path.join(artifacts, `webview-failure-${tally.failed}.png`) });
      }
      await context.close();
    }
    for (const [name, { kind, colours }] of Object.entries(THEMES)) {
      const context = await /** @type {NonNullable<typeof browser>} */ (browser).newContext({ viewport: { width: 1000, height: 1000 } });
      const language = name === 'light' ? 'en' : 'zh-cn';
      const stage = await openStage(await context.newPage(), createHost(WRONG, lastYear, language));
      await picture(stage, name, kind, colours);
      await context.close();
    }
  } finally {
    await close();
  }
  return tally;
}

/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
/** @param {import('playwright-core').Page} page */
const touched = (page) => page.evaluate(() => [.../** @type {any} */ (globalThis).touched].sort());

/**
 * A picture of a wrong report in a theme of the editor, which hands its colours over as variables.
 * @param {Stage} stage
 * @param {string} name
 * @param {string} kind
 * @param {Record<string, string>} colours
 */
async function picture({ page, host, cell, update }, name, kind, colours) {
  await page.evaluate(
    ([kind, colours]) => {
      document.body.classList.add(kind);
      for (const [key, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
    },
    /** @type {const} */ ([kind, colours]),
  );
  host.replace('（一）予以公开\n\t8\n', '（一）予以公开\n\t\n');
  await update();
  await page.locator('button[aria-pressed]').nth(1).click();
  await cell(TOTAL).focus();
  await page.screenshot({ path: path.join(artifacts, `table-view-${name}.png`) });
}
