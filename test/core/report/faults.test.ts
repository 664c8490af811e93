/** Faults that reading had, one text each: what a converter or a hand makes of a table, and what must come of it. */
import { describe, expect, it } from 'vitest';
import { check, numbersOf, rulesOf } from '../../harness/check.ts';
import { gridOf, spelledOut } from '../../harness/grid.ts';
import { render } from '../../harness/layouts.ts';
import { consistentValues, forms, renderReport, seeded } from '../../harness/reports.ts';

const values = consistentValues('2021', seeded(19));
const ROW = '二、上年结转政府信息公开申请数量';
/** Every number that is read is the right one, and the row 二 is named with all that it lost. */
function expectRowGivenUp(text: string): void {
  const checked = check(text);
  for (const [key, number] of numbersOf(checked)) expect([key, number]).toEqual([key, values.get(key)]);
  const named = new Set(checked.findings.flatMap(({ cells }) => cells));
  for (const key of values.keys()) expect([key, numbersOf(checked).has(key) || named.has(key)]).toEqual([key, true]);
  expect(numbersOf(checked).has('applications.carriedOver.total')).toBe(false);
}
/** The report with its tables written by `table`. */
function withTables(table: (rows: readonly (readonly string[])[], id: string) => string): string {
  const base = renderReport({ layout: 'tsv', values });
  return forms['2021'].tables.reduce((text, form) => {
    const grid = gridOf(form, values);
    const rows = spelledOut(grid).map((row) => row.map((cell) => cell ?? ''));
    return text.replace(render('tsv', grid), () => table(rows, form.id));
  }, base);
}
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

describe('a correct report is read whole', () => {
  const reads = (text: string): void => {
    const checked = check(text);
    expect(numbersOf(checked)).toEqual(values);
    expect(checked.findings).toEqual([]);
  };

  it('with cells joined by pipes and none around, merged cells empty', () =>
    reads(withTables((rows) => lines(rows.map((row) => row.join(' | '))))));
  it('with a pipe before every cell and one behind the last of a row', () =>
    reads(
      withTables((rows) =>
        lines(rows.flatMap((row) => row.filter(Boolean).map((cell, at, all) => `| ${cell}${at + 1 === all.length ? ' |' : ''}`))),
      ),
    ));
  it('with merged cells written out once for each column', () =>
    reads(
      withTables((rows) =>
        lines(rows.map((row) => `| ${row.map((cell, at) => cell || row.slice(0, at).findLast(Boolean) || '').join(' | ')} |`)),
      ),
    ));
  it('with a number alone before the end of a page', () =>
    reads(renderReport({ layout: 'bare-lines', values }).replace('\n三、收到', '\n\f三、收到')));

  it('with thousands separators, one cell a line', () => {
    const large = new Map([...values].map(([key, value]) => [key, value * 1234]));
    const separated = new Map([...large].map(([key, value]) => [key, value.toLocaleString('en')]));
    const checked = check(renderReport({ layout: 'bare-lines', values: separated }));
    expect(numbersOf(checked)).toEqual(large);
    expect(new Set(rulesOf(renderReport({ layout: 'bare-lines', values: separated })))).toEqual(new Set(['number-style']));
  });
  it('twice in one file, as simple tables under a header', () => {
    const simple = withTables((rows, id) => {
      const [head = '', , ...rest] = render(
        'ruled',
        rows.map((row) => row.map((text) => ({ text, columns: 1, rows: 1 }))),
      ).split('\n');
      const body = rest.filter((line) => line.trim() && !/^[ -]+$/.test(line));
      // The first row above the ruler, and no ruler below.
      return id === 'applications'
        ? `${
            render(
              'ruled',
              rows.slice(0, 1).map((row) => row.map((text) => ({ text, columns: 1, rows: 1 }))),
            ).split('\n')[1]
          }\n${head}\n${lines(body)}\n`
        : render('ruled', gridOf(forms['2021'].tables.find((form) => form.id === id) as (typeof forms)['2021']['tables'][0], values));
    });
    const { document } = check(`${simple}\n${simple}`);
    expect(document.reports.map(({ tables }) => tables.map(({ spec }) => spec.id))).toEqual([
      ['disclosure', 'applications', 'disputes'],
      ['disclosure', 'applications', 'disputes'],
    ]);
  });
});

describe('a row that lost a cell is given up', () => {
  const lose = (text: string, separator: string): string =>
    text.replace(new RegExp(`^.*${ROW}.*$`, 'm'), (line) => line.split(separator).toSpliced(-2, 1).join(separator));

  it('with cells joined by pipes', () =>
    expectRowGivenUp(
      lose(
        withTables((rows) => lines(rows.map((row) => row.join(' | ')))),
        ' | ',
      ),
    ));
  it('where the row still ends with a TAB', () =>
    expectRowGivenUp(
      withTables((rows) => lines(rows.map((row) => `${row.filter(Boolean).join('\t')}\t`))).replace(/^(二、上年.*?\t)\d+\t/m, '$1'),
    ));
  it('where only labels end rows', () =>
    expectRowGivenUp(renderReport({ layout: 'pipe-below', values }).replace(/(二、上年[^\n]*\n\|\n)\d+\n\|\n/, '$1')));
  it('where one line of a grid has a cell too many', () =>
    expectRowGivenUp(renderReport({ layout: 'grid', values }).replace(/^(\| 二、.*?)(\| \d+ +)(.*)$/m, '$1$2$2$3')));
});

describe('numbers of nobody', () => {
  it('beside a row make it uncertain', () => {
    const text = renderReport({ layout: 'cell-lines', values }).replace(
      /(\t二、上年[^\n]*\n(?:\t\n)*(?:\t\d+\n){6})(\t\d+\n)/,
      '$1$2\n\t7\n',
    );
    const checked = check(text);
    for (const [key, number] of numbersOf(checked)) expect([key, number]).toEqual([key, values.get(key)]);
    expect(checked.findings.map(({ rule }) => rule)).toContain('unreadable-table');
  });

  it('an entity may be a sign: it is no padding', () => {
    const changed = consistentValues('2019', seeded(3));
    const text = renderReport({
      edition: '2019',
      layout: 'markdown',
      values: new Map([...changed, ['disclosure.administrativeLicenses.change', '&#45;6' as never]]),
    });
    const checked = check(text);
    expect(numbersOf(checked).has('disclosure.administrativeLicenses.change')).toBe(false);
    expect(checked.findings.map(({ rule }) => rule)).toEqual(['invalid-number']);
  });
});
