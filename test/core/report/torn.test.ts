/** Texts whose labels and numbers are torn apart, or that lost half of their lines: said to be unreadable, never guessed at. */
import { describe, expect, it } from 'vitest';
import { fixesOf } from '../../../server/src/core/index.ts';
import { type Checked, check, checkReport, numbersOf } from '../../harness/check.ts';
import { type Grid, gridOf, type ReportValues } from '../../harness/grid.ts';
import { LOSSY, render, type TestLayout } from '../../harness/layouts.ts';
import { consistentValues, type EditionId, renderReport, seeded } from '../../harness/reports.ts';
import { lined, numbers, TORN, tableOf, tearRows, torn, words } from '../../harness/torn.ts';

const EDITIONS = ['2019', '2021'] as const;
const drawn = (edition: EditionId): Map<string, number> => consistentValues(edition, seeded(3));

/** Nothing is read as what it is not, and no sum is judged by numbers that may be others’. */
function expectNoGuess(text: string, values: ReportValues): Checked {
  const checked = checkReport(text);
  for (const [key, value] of numbersOf(checked)) expect([key, value]).toEqual([key, values.get(key)]);
  expect(checked.findings.filter(({ rule }) => rule.endsWith('-mismatch'))).toEqual([]);
  return checked;
}

describe('a text whose labels and numbers are torn apart', () => {
  const cases = EDITIONS.flatMap((edition) => ['disclosure', 'applications'].map((id) => ({ edition, id })));

  it.each(Object.entries(TORN))('%s: is unreadable, once a table', (_, tear) => {
    for (const { edition, id } of cases) {
      for (let seed = 1; seed <= 3; seed++) {
        const values = consistentValues(edition, seeded(seed));
        const checked = expectNoGuess(torn(edition, id, values, tear), values);
        expect(checked.findings.map(({ rule, table }) => [rule, table])).toEqual([['unreadable-table', id]]);
        const read = [...numbersOf(checked).keys()];
        expect(read.filter((key) => key.startsWith(id))).toEqual([]);
        expect(read).toHaveLength(values.size - tableOf(edition, id).cells.length);
      }
    }
  });

  it.each(Object.entries(TORN))('%s: from some row on, is unreadable as far as it is torn', (_, tear) => {
    const values = drawn('2021');
    const { length } = gridOf(tableOf('2021', 'applications'), values);
    for (let whole = 4; whole < length - 1; whole += 4) {
      const tearRest = (grid: Grid): string[] => [
        ...grid.slice(0, whole).flatMap((row) => row.map(({ text }) => text)),
        ...tear(grid.slice(whole)),
      ];
      const checked = expectNoGuess(torn('2021', 'applications', values, tearRest), values);
      const rules = checked.findings.map(({ rule }) => rule);
      expect(rules.some((rule) => rule === 'unreadable-table' || rule === 'missing-cell')).toBe(true);
    }
  });

  it('is not, where a line of numbers without a label follows its header', () => {
    for (const edition of EDITIONS) {
      const values = drawn(edition);
      for (const tear of Object.values(TORN).slice(0, 4)) {
        const checked = check(torn(edition, 'disputes', values, tear));
        expect(checked.findings).toEqual([]);
        expect(numbersOf(checked)).toEqual(values);
      }
      // Numbers above their header may be anybody’s.
      const above = Object.values(TORN)[4] as (grid: Grid) => string[];
      expect(expectNoGuess(torn(edition, 'disputes', values, above), values).findings.map(({ rule }) => rule)).toContain('missing-row');
    }
  });

  it('is unreadable where every row’s numbers stand before its label', () => {
    for (const { edition, id } of cases) {
      const values = drawn(edition);
      for (const tear of [
        (grid: Grid): string[] => grid.flatMap((row) => [...numbers(row), ...words(row)]),
        (grid: Grid): string[] => lined(grid.map((row) => [...numbers(row), ...words(row)])),
      ]) {
        const rules = expectNoGuess(torn(edition, id, values, tear), values).findings.map(({ rule }) => rule);
        expect(rules.some((rule) => rule === 'unreadable-table' || rule === 'missing-cell')).toBe(true);
      }
    }
  });
});

describe('rows set in columns whose numbers stand on several lines', () => {
  it.each(EDITIONS)('%s: are unreadable, and no number is corrected', (edition) => {
    for (let seed = 1; seed <= 40; seed++) {
      const values = consistentValues(edition, seeded(seed));
      const { text, rows } = tearRows(renderReport({ edition, layout: 'aligned', values }), seeded(seed * 7));
      const { document, findings } = expectNoGuess(text, values);
      expect(rows === 0 || findings.some(({ rule }) => rule === 'unreadable-table')).toBe(true);
      expect(findings.flatMap((finding) => fixesOf(document, finding)).filter((fix) => fix.class === 'value')).toEqual([]);
    }
  });

  const HEAD = '示例市档案局2023年政府信息公开工作年度报告\n';
  const at = (column: number, text: string): string => ' '.repeat(column) + text;
  it.each([
    [
      'one number a line, each in its column',
      `${HEAD}二、主动公开政府信息情况\n信息内容          本年制发件数   本年废止件数   现行有效件数\n规章\n${at(37, '12')}\n${at(22, '3')}\n${at(51, '40')}\n行政规范性文件\n${at(37, '5')}\n${at(22, '1')}\n${at(51, '7')}\n`,
    ],
    [
      'a line for each group',
      `${HEAD}四、政府信息公开行政复议、行政诉讼情况\n未经复议直接起诉  复议后起诉\n${at(31, '4 5 6 7 22')}\n1 2 3 4 10\n${at(68, '0 0 0 1 1')}\n五、存在的主要问题及改进情况\n`,
    ],
    [
      'beside a torn row, in lines with the end of a label',
      `${HEAD}三、收到和处理政府信息公开申请情况\n2.重复申请                       0  0  0  0   0   0  0\n3.要求提供公开出版物             0  0  0  0   0   0  0\n5.要求行政机关确认或重新出具已   0  0  0  0   11  0  11\n       获取信息                  22 0  0  0   0   0  22\n1.申请人无正当理由逾期不补正、\n行政机关不再处理其政府信息公开   48 0  0  53  0   0  101\n2.申请人逾期未按收费通知要求缴\n纳费用、行政机关不再处理其政府   0  0  0  57  0   0  57\n3.其他\n（七）总计                       70 0  7  110 11  0  198\n`,
    ],
  ])('%s', (_, text) => {
    const checked = check(text);
    expect([...numbersOf(checked).keys()].filter((key) => !/\.(?:total|duplicate|publication)\.\w+$/.test(key))).toEqual([]);
    expect(checked.findings.some(({ rule }) => rule === 'unreadable-table')).toBe(true);
  });

  it('are read in any other text: one number a line, and lines that were wrapped', () => {
    const values = drawn('2021');
    const running = renderReport({ layout: 'raw', values });
    const wrapped = running.replace(/(?<=\d) (?=\d+ \d+$)/gm, '\n');
    expect(wrapped).not.toBe(running);
    for (const text of [running.replace(/(?<=[^\d\n]|\d) (?=\d)/g, '\n'), wrapped]) {
      const checked = check(text);
      expect(numbersOf(checked)).toEqual(values);
      expect(checked.findings).toEqual([]);
    }
  });
});

describe('a table that lost every second line', () => {
  /** The report with the table’s even or odd lines alone. */
  const halved = (layout: TestLayout, edition: EditionId, id: string, values: ReportValues, rest: number): string => {
    const full = render(layout, gridOf(tableOf(edition, id), values));
    const left = full.split('\n').filter((_, index) => index % 2 === rest);
    return renderReport({ edition, layout, values }).replace(full, () => `${left.join('\n')}\n`);
  };

  it.each(LOSSY)('%s: nothing is guessed', (layout) => {
    for (const edition of EDITIONS)
      for (const id of ['disclosure', 'applications', 'disputes'])
        for (const rest of [0, 1])
          for (let seed = 1; seed <= 5; seed++) {
            const values = consistentValues(edition, seeded(seed));
            const checked = expectNoGuess(halved(layout, edition, id, values, rest), values);
            // Half of the lines may have been blank, or the table’s head.
            if (numbersOf(checked).size < values.size) expect(checked.findings.some(({ table }) => table === id)).toBe(true);
          }
  });

  it('one cell a line: the rows are unreadable, or their cells missing', () => {
    for (const edition of EDITIONS)
      for (const id of ['disclosure', 'applications'])
        for (const rest of [0, 1]) {
          const rules = check(halved('bare-lines', edition, id, drawn(edition), rest)).findings.map(({ rule }) => rule);
          expect(rules.some((rule) => rule === 'unreadable-table' || rule === 'missing-cell')).toBe(true);
        }
  });

  it('what is left of two rows is not one row, where a pipe alone ended the first', () => {
    const values = drawn('2021');
    const whole = renderReport({ layout: 'trailing-pipes', values });
    // 2. keeps three numbers, 3. its last four: eight cells where seven are due, one of them perhaps a blank.
    const [two, three, four] = ['2.其他法律', '3.危及', '4.保护'].map((label) => whole.indexOf(label)) as [number, number, number];
    const first = whole.slice(two, three).split('\n').slice(0, 4);
    const second = whole.slice(three, four).split('\n').slice(4);
    expectNoGuess([whole.slice(0, two), [...first, '|', ...second].join('\n'), whole.slice(four)].join(''), values);
  });
});
