/** Lines of a table that no row of the form is: where each stands, in every layout of which a line is a row. */
import { expect, it } from 'vitest';
import type { BoundTable } from '../../../server/src/core/report/report.ts';
import { unreadRows } from '../../../server/src/core/report/unread.ts';
import { read } from '../../harness/read.ts';
import { consistentValues, renderReport, seeded } from '../../harness/reports.ts';

const values = consistentValues('2021', seeded(3));

/** What of a report is said to be an unread row of table two, when a line stands between two of its rows. */
function unreadIn(layout: 'tsv' | 'markdown' | 'html' | 'csv' | 'cell-lines', line: string): string[] {
  const whole = renderReport({ layout, values });
  const below = layout === 'html' ? '<tr><td>行政处罚</td>' : /^.*行政处罚/m.exec(whole)?.[0];
  const text = whole.replace(below ?? '?', () => `${line}${below}`);
  expect(text).not.toBe(whole);
  const [table] = read(text).reports[0]?.tables ?? [];
  return unreadRows(text, table as BoundTable).map(({ start, end }) => text.slice(start, end).trim());
}

it.each<[string, Parameters<typeof unreadIn>[0], string, readonly string[]]>([
  ['a row of a sheet', 'tsv', '行政检查\t7\n', ['行政检查\t7']],
  ['one with blanks between', 'tsv', '行政检查\t\t7\t\n', ['行政检查\t\t7']],
  ['two rows', 'tsv', '行政检查\t7\n行政奖励\t8\n', ['行政检查\t7', '行政奖励\t8']],
  ['two rows, whatever ends the first', 'tsv', '行政检查\t7\r\n行政奖励\t8\n', ['行政检查\t7', '行政奖励\t8']],
  ['two rows of the same words', 'tsv', '行政检查\t7\n行政检查\t7\n', ['行政检查\t7', '行政检查\t7']],
  ['amounts', 'tsv', '行政检查\t1,234\t5.25\t-3\n', ['行政检查\t1,234\t5.25\t-3']],
  ['a numbered label', 'tsv', '（九）行政检查\t7\n', ['（九）行政检查\t7']],
  ['one in half-width brackets', 'tsv', '(九)行政检查\t7\n', ['(九)行政检查\t7']],
  ['a label of forty characters', 'tsv', `${'检'.repeat(40)}\t7\n`, [`${'检'.repeat(40)}\t7`]],
  ['no longer one', 'tsv', `${'检'.repeat(41)}\t7\n`, []],
  ['no line without a number', 'tsv', '行政检查\n', []],
  ['no line of other things', 'tsv', '行政检查\t第3号\n', []],
  ['no line with a word among numbers', 'tsv', '行政检查\t7\t无\n', []],
  ['no line with a number of words', 'tsv', '行政检查\t7件\n', []],
  ['no line of numbers', 'tsv', '12\t7\n', []],
  ['no line that begins with other letters', 'tsv', 'A类检查\t7\n', []],
  ['no number of nineteen digits', 'tsv', `行政检查\t${'1'.repeat(19)}\n`, []],
  ['no number of seven decimal places', 'tsv', '行政检查\t1.1234567\n', []],
  ['no version', 'tsv', '行政检查\t1.2.3\n', []],
  ['a row between pipes', 'markdown', '| 行政检查 | 7 |\n', ['| 行政检查 | 7 |']],
  ['a row of elements', 'html', '<tr><td>行政检查</td><td colspan="3">7</td></tr>', ['<tr><td>行政检查</td><td colspan="3">7</td>']],
  [
    'one with more markup',
    'html',
    '<TR><TH><b>行政</b>检查</TH><TD><p>7</p></TD></TR >',
    ['<TR><TH><b>行政</b>检查</TH><TD><p>7</p></TD>'],
  ],
  ['no cells of other elements', 'html', '<tr><td>行政检查<tdx>7</tdx></td></tr>', []],
  ['no layout with a cell a line', 'cell-lines', '\t行政检查\n\t7\n', []],
])('%s', (_, layout, line, rows) => {
  expect(unreadIn(layout, line)).toEqual(rows);
});

it('a row that stands twice is read, and one below the table is of another', () => {
  const whole = renderReport({ layout: 'tsv', values });
  const [row] = /^行政处罚.*\n/m.exec(whole) ?? ['?'];
  const last = /^行政事业性收费.*\n/m.exec(whole)?.[0] ?? '?';
  for (const text of [whole.replace(row, row + row), whole.replace(last, `${last}行政检查\t7\n`)]) {
    expect(text).not.toBe(whole);
    const [table] = read(text).reports[0]?.tables ?? [];
    expect(unreadRows(text, table as BoundTable)).toEqual([]);
  }
});
