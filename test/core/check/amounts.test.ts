/** Amounts with decimals in an edition of a user's own: compared as they are written, located and written back as such. */
import { describe, expect, it } from 'vitest';
import { applyEdits, createLexicon, fixesOf, lint, parse } from '../../../server/src/core/index.ts';
import { ACCOUNT_ROWS, accounts, accountsReport } from '../../harness/accounts.ts';

const lexicon = createLexicon([accounts]);
const check = (text: string) => {
  const document = parse(text, lexicon);
  return { document, findings: lint(document) };
};
const loud = (text: string): string[] =>
  check(text).findings.flatMap(({ severity, rule, expected, actual }) =>
    severity === 'error' || severity === 'warning' ? [`${rule} ${actual} ${expected}`] : [],
  );
/** The lines that the preferred fixes change. */
const fixed = (text: string): string[] => {
  const { document, findings } = check(text);
  const edits = findings.flatMap((finding) => fixesOf(document, finding).filter(({ preferred }) => preferred)).flatMap((fix) => fix.edits);
  const once = edits.filter(({ span }, index) => edits.findIndex((other) => other.span.start === span.start) === index);
  const lines = text.split('\n');
  return applyEdits(text, once)
    .split('\n')
    .filter((line, index) => line !== lines[index]);
};

describe('sums of amounts', () => {
  it.each([
    [['0.1', '0.2', '0.3', '0.1', '0.2', '0.3']],
    [['1.10', '1.1', '2.2', '2.20', '0', '2.200']],
    [['1.005', '1.005', '2.01', '2', '0.01', '2.01']],
    [['333333333333.33', '666666666666.66', '999999999999.99', '0.99', '999999999999', '999999999999.99']],
    [['1,234.50', '0.50', '1,235.00', '1,000', '235', '1235']],
  ])('that hold say nothing: %j', (amounts) => {
    expect(loud(accountsReport(amounts))).toEqual([]);
  });

  it.each([
    [
      ['0.1', '0.2', '0.31', '0.1', '0.2', '0.31'],
      ['outcome-total-mismatch 0.31 0.3', 'outcome-total-mismatch 0.31 0.3'],
    ],
    [['333333333333.33', '666666666666.66', '999999999999.98', '0', '0', '0'], 3],
    [['1.10', '1.10', '2.21', '1.10', '1.10', '2.20'], ['suspect-cell 2.21 2.2']],
  ])('that do not hold say so, exactly: %j', (amounts, told) => {
    if (typeof told === 'number') expect(loud(accountsReport(amounts)).length).toBeGreaterThan(0);
    else expect(loud(accountsReport(amounts))).toEqual(told);
  });
});

describe('an amount that is written', () => {
  it.each([
    ['keeps the places of the cell', ['1.10', '1.10', '2.50', '1.20', '1.00', '2.20'], ['收入小计\t2.20']],
    ['keeps them where it is whole', ['1.50', '1.50', '3.50', '2.00', '1.00', '3.00'], ['收入小计\t3.00']],
    ['gets the places that it needs', ['1.15', '1.05', '2', '1.2', '1', '2.2'], ['收入小计\t2.2']],
    ['is what the sums leave for a blank', ['0.1', '0.2', '', '0.1', '0.2', '0.3'], ['收入小计\t0.3']],
  ])('%s', (_, amounts, lines) => {
    expect(fixed(accountsReport(amounts))).toEqual(lines);
  });
});

describe('two accounts side by side', () => {
  const AMOUNTS = ['1.1', '1.1', '2.2', '1.2', '1.0', '2.2'];
  const pair = (left: number, right: number): string =>
    `${ACCOUNT_ROWS[left]}\t${AMOUNTS[left]}\t${ACCOUNT_ROWS[right]}\t${AMOUNTS[right]}`;
  const orders = (lines: readonly string[]): (string | undefined)[] =>
    check(accountsReport(AMOUNTS, lines))
      .findings.filter(({ rule }) => rule === 'row-order')
      .map(({ row }) => row);

  it.each([
    ['TABs', [pair(0, 3), pair(1, 4), pair(2, 5)]],
    ['pipes', [pair(0, 3), pair(1, 4), pair(2, 5)].map((line) => `| ${line.replaceAll('\t', ' | ')} |`)],
    ['a cell a line', [pair(0, 3), pair(1, 4), pair(2, 5)].flatMap((line) => line.split('\t'))],
    [
      'HTML',
      [
        '<table>',
        ...[pair(0, 3), pair(1, 4), pair(2, 5)].map((line) => `<tr><td>${line.replaceAll('\t', '</td>\n<td>')}</td></tr>`),
        '</table>',
      ],
    ],
  ])('are in order: %s', (_, lines) => {
    expect(orders(lines)).toEqual([]);
  });

  it('are each in order by itself', () => {
    expect(orders([pair(0, 4), pair(1, 3), pair(2, 5)])).toEqual(['welfare']);
  });

  it('are not what two rows in one line of a longer table are', () => {
    const single = [0, 4, 3, 5].map((row) => `${ACCOUNT_ROWS[row]}\t${AMOUNTS[row]}`);
    expect(orders([...single, pair(1, 2)])).not.toEqual([]);
  });
});

describe('rows that the form has not', () => {
  const AMOUNTS = ['1.1', '1.1', '2.2', '1.2', '1.0', '2.2'];
  const rows = ACCOUNT_ROWS.map((label, index) => `${label}\t${AMOUNTS[index]}`);
  const html = (lines: readonly string[]): string[] => [
    '<table>',
    ...lines.map((line) => `<tr><td colspan="1">${line.replace('\t', '</td><td>')}</td></tr>`),
    '</table>',
  ];
  const told = (lines: readonly string[]): number[] =>
    check(accountsReport([], lines))
      .findings.filter(({ rule }) => rule === 'relation-not-checked')
      .map(({ related }) => related.length);

  it.each([
    ['TABs', (lines: readonly string[]) => lines],
    ['HTML', html],
  ])('are said once: %s', (_, layout) => {
    expect(told(layout(rows))).toEqual([]);
    expect(told(layout(rows.toSpliced(2, 0, '甲所\t3', '乙所\t1,000.5')))).toEqual([2]);
    // A note within the table is no row.
    expect(told(layout(rows.toSpliced(2, 0, '（以下数字单位为万元，共2页）')))).toEqual([]);
    expect(told(layout(rows.toSpliced(2, 0, '其中：\t')))).toEqual([]);
  });
});
